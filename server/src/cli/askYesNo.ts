import { createInterface } from 'node:readline/promises';
import { isErrorCode } from '../node/errorCode.js';

/** Asks a yes-or-no question; `undefined`: the person left it (Ctrl-C, Ctrl-D) or `signal` fired. */
export async function askYesNo(
  question: string,
  {
    input,
    output,
    isTerminal,
    signal,
  }: {
    readonly input: NodeJS.ReadableStream;
    readonly output: NodeJS.WritableStream;
    readonly isTerminal: boolean;
    readonly signal: AbortSignal;
  },
): Promise<boolean | undefined> {
  const lines = createInterface({ input, output, terminal: isTerminal });
  try {
    return /^y(es)?$/iu.test((await lines.question(`${question} [y/N] `, { signal })).trim());
  } catch (error) {
    if (!isErrorCode(error, 'ABORT_ERR')) throw error;
    output.write('\n');
    return undefined;
  } finally {
    lines.close();
  }
}
