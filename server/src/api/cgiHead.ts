import type { Readable } from 'node:stream';

/** The head of a CGI answer (RFC 3875 section 6) and the bytes of the body that came along with it. */
export interface CgiHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly rest: Uint8Array;
}

const maxHeadBytes = 16_384;

/** Reads up to the empty line; the stream is left paused behind it. Rejects when it ends or errs before. */
export function readCgiHead(stream: Readable): Promise<CgiHead> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0);
    const done = (): void => {
      stream.off('data', onData);
      stream.off('end', onEnd);
      stream.off('error', onEnd);
    };
    const onEnd = (): void => {
      done();
      reject(new Error('The CGI program gave no head.'));
    };
    const onData = (chunk: Buffer): void => {
      bytes = Buffer.concat([bytes, chunk]);
      const end = /\r?\n\r?\n/.exec(bytes.toString('latin1'));
      if (end === null && bytes.byteLength < maxHeadBytes) return;
      done();
      stream.pause();
      if (end === null) reject(new Error('The CGI program gave no head.'));
      else resolve(parse(bytes.toString('latin1', 0, end.index), bytes.subarray(end.index + end[0].length)));
    };
    stream.on('data', onData);
    stream.once('end', onEnd);
    stream.once('error', onEnd);
  });
}

function parse(head: string, rest: Uint8Array): CgiHead {
  const headers: Record<string, string> = {};
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const { status: statusLine = '200', ...others } = headers;
  return { status: Number.parseInt(statusLine, 10) || 500, headers: others, rest };
}
