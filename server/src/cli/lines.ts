const lineFeed = 0x0a;

/**
 * Splits a stream into the lines that each chunk completes; a last line without line feed counts. Only line feeds end a
 * line: JSON texts may hold other separators. Of a line of more than `longest` bytes only a part is given that is longer
 * than that, too.
 */
export async function* linesOf(
  input: AsyncIterable<Uint8Array>,
  longest = Infinity,
): AsyncGenerator<readonly Uint8Array[]> {
  let open: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    const lines: Uint8Array[] = [];
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      lines.push(Buffer.concat([...open, chunk.subarray(start, end)]));
      open = [];
      length = 0;
      start = end + 1;
    }
    if (start < chunk.length && length <= longest) {
      open.push(chunk.subarray(start));
      length += chunk.length - start;
    }
    if (lines.length > 0) yield lines;
  }
  if (open.length > 0) yield [Buffer.concat(open)];
}

/** The whole input. */
export async function allOf(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(chunk);
  return Buffer.concat(chunks);
}
