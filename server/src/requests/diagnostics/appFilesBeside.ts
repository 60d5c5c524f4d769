import type { FolderReader } from './FolderReader.js';

/** Folders beyond this are not looked into. */
const FOLDER_LIMIT = 200;

/**
 * The app files `<App>/<version>.json` in a folder, as paths relative to it; `undefined`: the folder cannot
 * be read. A JSON file counts when it looks like an app: other JSON may live beside apps.
 */
export async function appFilesBeside(
  root: string,
  reader: FolderReader,
): Promise<readonly string[] | undefined> {
  const top = await reader.names(root);
  if (top === undefined) return undefined;
  const files: string[] = [];
  const folders = top.filter(
    ({ name, isFolder }) => isFolder && !name.startsWith('.') && name !== 'node_modules',
  );
  for (const folder of folders.slice(0, FOLDER_LIMIT)) {
    const uri = `${root}${encodeURIComponent(folder.name)}/`;
    for (const { name, isFolder } of (await reader.names(uri)) ?? []) {
      if (isFolder || !name.endsWith('.json')) continue;
      const text = await reader.text(uri + encodeURIComponent(name));
      if (text?.includes('"appV2"') === true) files.push(`${folder.name}/${name}`);
    }
  }
  return files;
}
