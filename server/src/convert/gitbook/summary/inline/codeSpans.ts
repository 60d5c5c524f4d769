/** Finds the ends of code spans; every run of backticks of a text is looked at once. */
export class CodeSpans {
  readonly #text: string;
  /** Where the runs of a length begin, in order, and how many of them lie behind. */
  #runs: ReadonlyMap<number, { readonly starts: number[]; passed: number }> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the run begins that closes a code span, given the end and the length of the run that opens it. */
  closing(from: number, length: number): number | undefined {
    this.#runs ??= this.#find();
    const runs = this.#runs.get(length);
    if (runs === undefined) return undefined;
    for (;;) {
      const start = runs.starts[runs.passed];
      if (start === undefined || start >= from) return start;
      runs.passed += 1;
    }
  }

  #find(): ReadonlyMap<number, { readonly starts: number[]; passed: number }> {
    const runs = new Map<number, { readonly starts: number[]; passed: number }>();
    for (const { 0: ticks, index } of this.#text.matchAll(/`+/g)) {
      const known = runs.get(ticks.length);
      if (known === undefined) runs.set(ticks.length, { starts: [index], passed: 0 });
      else known.starts.push(index);
    }
    return runs;
  }
}

/** What a code span says: line ends are spaces, one space at each edge goes. */
export function codeText(source: string): string {
  const text = source.replaceAll('\n', ' ');
  const isPadded = text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '';
  return isPadded ? text.slice(1, -1) : text;
}
