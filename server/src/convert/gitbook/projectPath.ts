/** Why a path names no file of the project. */
export type PathFault = 'absolute' | 'outside' | 'unsafe' | 'no-file';

/**
 * Resolves a path as it stands in a file against that file's folder (`''` is the content root) and returns it without
 * `.`, `..` and doubled slashes. Faults: a path from the root of a drive or host; one that leaves the content root;
 * backslashes and control characters, which systems read in different ways; a folder, or nothing.
 */
export function resolvePath(path: string, folder: string): string | { readonly fault: PathFault } {
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return { fault: 'absolute' };
  if (/[\u0000-\u001f\u007f\\]/.test(path)) return { fault: 'unsafe' };
  const segments = folder.split('/').filter((segment) => segment !== '');
  let last = '';
  for (const segment of path.split('/')) {
    last = segment;
    if (segment === '..' && segments.pop() === undefined) return { fault: 'outside' };
    if (segment !== '' && segment !== '.' && segment !== '..') segments.push(segment);
  }
  const isFolder = last === '' || last === '.' || last === '..';
  return isFolder ? { fault: 'no-file' } : segments.join('/');
}

/** The path of a file as seen from a folder, both given from the content root. */
export function relativePath(path: string, folder: string): string {
  const target = path.split('/');
  const from = folder.split('/').filter((segment) => segment !== '');
  let shared = 0;
  while (shared < from.length && shared < target.length - 1 && from[shared] === target[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}

/** The folder of a file, `''` for the content root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
