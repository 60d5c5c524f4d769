import type { Environment } from '../node/environmentStateRoot.js';

/** What a command sees of the process it runs in. */
export interface Surroundings {
  readonly environment: Environment;
  /** How to start this program again in a shell, such as `docbridge`. */
  readonly program: string;
  /** The current directory. */
  readonly directory: string;
  readonly input: AsyncIterable<Uint8Array>;
  /** Results; nothing else is ever written there. */
  readonly output: OutputStream;
  /** Progress, messages and errors. */
  readonly messages: OutputStream;
  /** Asks a yes-or-no question, `undefined`: it was left; absent where nobody can be asked. */
  readonly confirm?: (question: string) => Promise<boolean | undefined>;
  /** Fires when the person asks to stop. */
  readonly signal: AbortSignal;
}

/** Standard output or standard error. */
export interface OutputStream {
  /** Resolves when the text has been taken; a reader that left early is not an error. */
  write(text: string): Promise<void>;
  /** Whether its reader has left: what is written from now on reaches nobody. */
  isClosed?(): boolean;
  /** The terminal behind it, if it is one. */
  readonly terminal?: NodeJS.WriteStream;
  readonly hasColours: boolean;
}
