import { basename } from 'node:path';
import { addAbortSignal } from 'node:stream';
import type { Readable } from 'node:stream';
import { isErrorCode } from '../node/errorCode.js';
import type { Environment } from '../node/environmentStateRoot.js';
import { askYesNo } from './askYesNo.js';
import { shellQuote } from './output/shellQuote.js';
import type { OutputStream, Surroundings } from './Surroundings.js';

/** The surroundings of this very process. */
export function nodeSurroundings(signal: AbortSignal): Surroundings {
  const { env: environment, stdin, stdout, stderr } = process;
  const canAsk = stdin.isTTY && stderr.isTTY;
  return {
    environment,
    program: programName(process.argv[1] ?? ''),
    directory: process.cwd(),
    input: untilStopped(stdin, signal),
    output: outputStream(stdout, environment),
    messages: outputStream(stderr, environment),
    signal,
    ...(canAsk
      ? {
          confirm: (question: string) =>
            askYesNo(question, { input: stdin, output: stderr, isTerminal: true, signal }),
        }
      : {}),
  };
}

/** As npm links it, or as a file that is not on the path. */
function programName(script: string): string {
  return basename(script) === 'docbridge' ? 'docbridge' : `node ${shellQuote(script)}`;
}

function outputStream(stream: NodeJS.WriteStream, environment: Environment): OutputStream {
  let closed = false;
  stream.on('error', (error) => {
    // `docbridge ... | head` closes the pipe early; that is its right.
    if (!isErrorCode(error, 'EPIPE')) throw error;
    closed = true;
  });
  return {
    write: (text) =>
      new Promise((resolve) => {
        if (closed || text === '') resolve();
        else
          stream.write(text, (error) => {
            closed ||= isErrorCode(error, 'EPIPE');
            resolve();
          });
      }),
    isClosed: () => closed,
    ...(stream.isTTY ? { terminal: stream } : {}),
    hasColours: hasColours(stream, environment),
  };
}

/** https://no-color.org and https://force-color.org. */
function hasColours(stream: NodeJS.WriteStream, environment: Environment): boolean {
  if ((environment['NO_COLOR'] ?? '') !== '') return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined && forced !== '' && forced !== '0' && forced !== 'false') return true;
  return stream.isTTY && environment['TERM'] !== 'dumb';
}

/** What a stream gives, once somebody reads it; a silent one must not keep the program from stopping. */
async function* untilStopped(stream: Readable, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  yield* addAbortSignal(signal, stream) as AsyncIterable<Uint8Array>;
}
