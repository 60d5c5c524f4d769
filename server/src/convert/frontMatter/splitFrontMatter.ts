/** A file cut where its front matter ends. */
export interface SplitFile {
  /** Exact source: a byte order mark, both fences and the line end after the last, if they are there. */
  readonly frontMatter?: string;
  readonly body: string;
  /** Where the body begins in the file (UTF-16). */
  readonly bodyOffset: number;
}

const OPENING = /^\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/;

/**
 * Cuts YAML (`---`) or TOML (`+++`) front matter off a file. The first line has to be a fence, and a closing one has to
 * follow: without it a document that begins with a rule would lose everything. `---js` and the like are no fence.
 */
export function splitFrontMatter(source: string): SplitFile {
  const opening = OPENING.exec(source);
  const fence = opening?.[1];
  if (opening === null || fence === undefined) return { body: source, bodyOffset: 0 };
  const closing = fence === '---' ? /^---[ \t]*$/ : /^\+\+\+[ \t]*$/;
  for (let from = opening[0].length; from < source.length;) {
    const end = lineEnd(source, from);
    if (closing.test(source.slice(from, end.text))) {
      return { frontMatter: source.slice(0, end.next), body: source.slice(end.next), bodyOffset: end.next };
    }
    from = end.next;
  }
  return { body: source, bodyOffset: 0 };
}

function lineEnd(source: string, from: number): { readonly text: number; readonly next: number } {
  for (let at = from; at < source.length; at += 1) {
    const unit = source.charCodeAt(at);
    if (unit === 10) return { text: at, next: at + 1 };
    if (unit === 13) return { text: at, next: source.charCodeAt(at + 1) === 10 ? at + 2 : at + 1 };
  }
  return { text: source.length, next: source.length };
}
