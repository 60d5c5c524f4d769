// Characters that never stand in a ref (git-check-ref-format) or that other systems take for something else.
const forbiddenInRef = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\//u;
const forbiddenInPath = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\\:<>"|?*]/u;
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/iu;

/** What is wrong with a branch name (git-check-ref-format); `undefined` when it is legal. */
export function branchProblem(branch: string): string | undefined {
  const legal =
    !forbiddenInRef.test(branch) &&
    branch !== '@' &&
    !/^[-/]|[./]$/u.test(branch) &&
    branch.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'));
  return legal ? undefined : 'is not a legal branch name';
}

/** A directory of a repository without `./` in front and slashes at the end; `.` is the root. */
export function normaliseDirectory(directory: string): string {
  const bare = directory.replace(/^(?:\.\/+)+/u, '').replace(/\/+$/u, '');
  return bare === '.' ? '' : bare;
}

/** What is wrong with a directory (normalised before); `undefined` when it is safe everywhere. */
export function directoryProblem(directory: string): string | undefined {
  if (directory === '') return undefined;
  if (directory.startsWith('/')) return 'must be relative to the root of the repository';
  if (forbiddenInPath.test(directory)) return 'holds a character that is not legal in paths on every system';
  const parts = directory.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) {
    return 'must not hold empty parts, "." or ".."';
  }
  if (parts.some((part) => /^(?:\.git|git~\d+)[. ]*$/iu.test(part))) return 'must not name .git';
  if (parts.some((part) => reserved.test(part) || /[. ]$/u.test(part))) {
    return 'holds a name that Windows does not take';
  }
  return undefined;
}
