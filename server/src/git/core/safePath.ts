const forbidden = /[/\\:<>"|?*\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;
const gitAlias = /^(\.git|git~\d+)$/i;
const maxNameBytes = 200;
const maxPathBytes = 1_000;
const maxDepth = 32;

const encoder = new TextEncoder();

/**
 * Why a path of a Git tree must not be used on Windows, macOS or Linux, as a phrase for a person; `undefined`
 * when it may. The rules: Git's own path checks (CVE-2014-9390 and its successors), the reserved names of
 * Windows, and limits on length and depth. Lone surrogates and names that are not in NFC are refused too.
 */
export function safePathProblem(path: string): string | undefined {
  const names = path.split('/');
  if (names.length > maxDepth) return `it is nested deeper than ${maxDepth} folders`;
  for (const name of names) {
    const problem = nameProblem(name);
    if (problem !== undefined) return problem;
  }
  return encoder.encode(path).byteLength > maxPathBytes
    ? `it is longer than ${maxPathBytes} bytes`
    : undefined;
}

function nameProblem(name: string): string | undefined {
  if (name === '') return 'it has an empty part';
  if (name === '.' || name === '..') return `"${name}" is not a name`;
  if (forbidden.test(name)) return 'it has a character that is not allowed in file names everywhere';
  if (/\p{Cs}/u.test(name)) return 'it has half of a surrogate pair';
  if (/[. ]$/.test(name)) return 'a part of it ends with a dot or a space';
  if (reserved.test(name)) return `"${name}" is reserved by Windows`;
  if (gitAlias.test(name)) return `"${name}" stands for Git's own folder`;
  if (name.normalize('NFC') !== name) return 'it is not in Unicode normal form C';
  return encoder.encode(name).byteLength > maxNameBytes
    ? `a part of it is longer than ${maxNameBytes} bytes`
    : undefined;
}
