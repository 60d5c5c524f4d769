/** What a function gives, or the message of the error that it throws. */
export type Attempt<T> = { readonly value: T } | { readonly failure: string };

/** Runs a function whose failure is a finding and not the end of the measurement. */
export function attempt<T>(run: () => T): Attempt<T> {
  try {
    return { value: run() };
  } catch (error) {
    return { failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
