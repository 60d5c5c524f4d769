import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface HostileQuestion {
  readonly form: 'markdown' | 'tiptap';
  readonly name: string;
}

export interface HostileAnswer {
  /** `failure` is neither a value nor an error of ours. */
  readonly end: 'value' | 'error' | 'failure';
  /** The error's code, or what went wrong. */
  readonly detail: string;
  readonly milliseconds: number;
  /** Whether Object.prototype was written to. */
  readonly polluted: boolean;
}

/** Ten times the time that a conversion may take. */
const WATCHDOG_MS = 10_000;
const MEGABYTES = 200;

/** A process that converts hostile input with little memory, and is killed when it takes too long. */
export class HostileProcess {
  #child: ChildProcess | undefined;

  /** How the conversion of one input ended; a process that died or was killed is a failure. */
  async ask(question: HostileQuestion): Promise<HostileAnswer> {
    const child = (this.#child ??= fork(fileURLToPath(new URL('convertHostile.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${MEGABYTES}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    }));
    return new Promise((resolve) => {
      const failed = (detail: string): void => {
        this.stop();
        resolve({ end: 'failure', detail, milliseconds: WATCHDOG_MS, polluted: false });
      };
      const died = (): void => {
        clearTimeout(watchdog);
        failed(`the process died, perhaps of more than ${MEGABYTES} MB`);
      };
      const watchdog = setTimeout(() => {
        child.off('exit', died);
        failed(`still busy after ${WATCHDOG_MS} ms`);
      }, WATCHDOG_MS);
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
