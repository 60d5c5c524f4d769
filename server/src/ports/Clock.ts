/** Time, handed in so that runs are reproducible. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Resolves after `ms` milliseconds; rejects with `CancelledError` when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
