import { CancelledError } from '../errors/networkErrors.js';

/** Lets at most `limit` tasks run at once; the others wait in the order they came. */
export class RequestLimiter {
  readonly #limit: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Runs `task` when there is room; rejects with `CancelledError` when aborted while it waits. */
  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#enter(signal);
    try {
      return await task();
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  async #enter(signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted === true) throw new CancelledError();
    if (this.#running < this.#limit) {
      this.#running++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const cancel = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(new CancelledError());
      };
      const enter = (): void => {
        signal?.removeEventListener('abort', cancel);
        this.#running++;
        resolve();
      };
      signal?.addEventListener('abort', cancel, { once: true });
      this.#waiting.push(enter);
    });
  }
}
