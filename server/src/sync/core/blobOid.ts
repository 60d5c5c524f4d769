const encoder = new TextEncoder();

/** SHA-1 of concatenated parts, lower-case hex. */
export interface Sha1 {
  sha1(...parts: readonly Uint8Array[]): string;
}

/** The id that Git gives a blob of these contents (gitformat: `blob <size>\0<bytes>`). */
export function blobOid(content: string | Uint8Array, hash: Sha1): string {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  return hash.sha1(encoder.encode(`blob ${bytes.length}\0`), bytes);
}
