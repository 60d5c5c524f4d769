/** Paths as a tree, folders first opened where they begin: two lines a folder that holds many files. */
export function treeOf(paths: readonly string[], shownPerFolder = 3): string {
  const folders = new Map<string, string[]>();
  for (const path of [...paths].sort()) {
    const slash = path.lastIndexOf('/');
    const folder = path.slice(0, slash + 1);
    folders.set(folder, [...(folders.get(folder) ?? []), path.slice(slash + 1)]);
  }
  return [...folders]
    .map(([folder, files]) => {
      const shown = files.slice(0, shownPerFolder).join(', ');
      const more = files.length > shownPerFolder ? `, and ${files.length - shownPerFolder} more` : '';
      return folder === '' ? shown + more : `${folder}  ${shown}${more}`;
    })
    .join('\n');
}
