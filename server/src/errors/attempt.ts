/** What work gives; undefined when it ends with an error of a kind that was expected. Other errors are passed on. */
export function attempt<T>(expected: abstract new (...args: never[]) => Error, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof expected) return undefined;
    throw error;
  }
}
