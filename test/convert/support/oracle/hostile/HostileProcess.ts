import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface HostileQuestion {
  readonly form: 'markdown' | 'tiptap';
  readonly name: string;
  /** Over a base: an edit of all that the input says is laid over the input itself. */
  readonly base: boolean;
}

export interface HostileAnswer {
  /** `failure` is neither a value nor an error of ours. */
  readonly end: 'value' | 'error' | 'failure';
  /** The error's code, or what went wrong. */
  readonly detail: string;
  /** The processor time of the longest conversion. */
  readonly milliseconds: number;
  /** Whether Object.prototype was written to. */
  readonly polluted: boolean;
}

/** Ten times the time that a conversion may take; a question asks for several. */
const WATCHDOG_MS = 10_000;
const MOST_CONVERSIONS = 6;
/** Heap for a conversion, and for one over a base, which is a document of its own in both forms. */
export const MEGABYTES = { plain: 200, overBase: 400 };

/** A process that converts hostile input with little memory, and is killed when it takes too long. */
export class HostileProcess {
  readonly #megabytes: number;
  #child: ChildProcess | undefined;

  constructor(megabytes: number) {
    this.#megabytes = megabytes;
  }

  /** How the conversion of one input ended; a process that died or was killed is a failure. */
  async ask(question: HostileQuestion): Promise<HostileAnswer> {
    const child = (this.#child ??= fork(fileURLToPath(new URL('convertHostile.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${this.#megabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    }));
    return new Promise((resolve) => {
      const failed = (detail: string): void => {
        this.stop();
        resolve({ end: 'failure', detail, milliseconds: WATCHDOG_MS, polluted: false });
      };
      const died = (): void => {
        clearTimeout(watchdog);
        failed(`the process died, perhaps of more than ${this.#megabytes} MB`);
      };
      const watchdog = setTimeout(() => {
        child.off('exit', died);
        failed('still busy after ten times the time it may take');
      }, WATCHDOG_MS * MOST_CONVERSIONS);
      child.once('exit', died);
      child.once('message', (answer: HostileAnswer) => {
        clearTimeout(watchdog);
        child.off('exit', died);
        resolve(answer);
      });
      child.send(question);
    });
  }

  stop(): void {
    this.#child?.removeAllListeners();
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}
