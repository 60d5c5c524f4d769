// Rules: legal on Windows, macOS and Linux, safe as a Git path, stable, unique without regard to case and
// Unicode form (DESIGN section 4).

/** Longest file or folder name that is given, in UTF-8 bytes, extension aside. */
const maxNameBytes = 80;

// Control, zero-width and bidirectional characters, and what Windows or URLs do not take in a name.
const illegal = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff<>:"/\\|?*#%]+/gu;
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|git~\d+)(\.|$)/iu;
const encoder = new TextEncoder();

/** The name that an item of this title gets as a file (without extension) or folder. */
export function fileNameOf(title: string): string {
  const cleaned = title
    .normalize('NFC')
    .toWellFormed()
    .replace(illegal, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[. -]+|[. -]+$/gu, '');
  const cut = cutToBytes(cleaned, maxNameBytes).replace(/[. -]+$/u, '');
  if (cut === '') return 'Untitled';
  return reserved.test(cut) ? `${cut}_` : cut;
}

/** Two paths with the same key are the same file on some system. */
export function collisionKey(path: string): string {
  return path.normalize('NFKC').toLowerCase();
}

/** `name-<last six of id>`: what the later of two items with the same name gets. */
export function withIdSuffix(name: string, id: string): string {
  return `${name}-${id.slice(-6)}`;
}

/** The folder part of a path; empty at the root. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last part of a path. */
export function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Joins two parts, either of which may be empty. */
export function joinPath(directory: string, name: string): string {
  return directory === '' ? name : name === '' ? directory : `${directory}/${name}`;
}

function cutToBytes(text: string, limit: number): string {
  if (encoder.encode(text).length <= limit) return text;
  let cut = '';
  let size = 0;
  for (const character of text) {
    size += encoder.encode(character).length;
    if (size > limit) break;
    cut += character;
  }
  return cut;
}
