/** A path or word as one argument in a POSIX shell. */
export function shellQuote(text: string): string {
  return /^[\w./:=-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
