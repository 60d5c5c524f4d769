import type { Progress } from '../ports/Progress.js';

/** A work-done token of the client (LSP 3.17, Work Done Progress). */
export interface ProgressReporter {
  begin(title: string, percentage?: number, message?: string, cancellable?: boolean): void;
  report(percentage: number, message: string): void;
  report(message: string): void;
  done(): void;
}

/** Reports to the client at most once for each percent, so that ten thousand documents send no flood. */
export class WorkDoneProgress implements Progress {
  readonly #reporter: ProgressReporter;
  #last = '';

  constructor(reporter: ProgressReporter) {
    this.#reporter = reporter;
    reporter.begin('Docbridge', undefined, undefined, true);
  }

  report({ message, done, total }: Parameters<Progress['report']>[0]): void {
    const countable = done !== undefined && total !== undefined && total > 0;
    const percentage = countable ? Math.min(100, Math.floor((done / total) * 100)) : undefined;
    const key = `${message} ${percentage ?? ''}`;
    if (key === this.#last) return;
    this.#last = key;
    if (percentage === undefined) this.#reporter.report(message);
    else this.#reporter.report(percentage, `${message} (${done ?? 0} of ${total ?? 0})`);
  }

  done(): void {
    this.#reporter.done();
  }
}
