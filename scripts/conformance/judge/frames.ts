/** Texts as frames `<bytes>\n<text>`, in UTF-8; the number is decimal. */
export function writeFrames(texts: readonly string[]): Buffer {
  const parts = texts.flatMap((text) => {
    const bytes = Buffer.from(text, 'utf8');
    return [Buffer.from(`${bytes.length}\n`), bytes];
  });
  return Buffer.concat(parts);
}

/** The texts of frames; throws an Error when the bytes are no whole number of frames. */
export function readFrames(bytes: Buffer): readonly string[] {
  const texts: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const lineEnd = bytes.indexOf(0x0a, at);
    const header = lineEnd === -1 ? '' : bytes.toString('latin1', at, lineEnd);
    const length = Number(header);
    const end = lineEnd + 1 + length;
    if (!/^[0-9]+$/.test(header) || end > bytes.length) throw new Error(`a broken frame at byte ${at}`);
    texts.push(bytes.toString('utf8', lineEnd + 1, end));
    at = end;
  }
  return texts;
}
