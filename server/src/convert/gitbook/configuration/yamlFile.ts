import { lineEndOf } from '../lineEndOf.js';

/** A YAML file dressed as front matter, so that its reader and writer work on it. */
export interface DressedYaml {
  readonly source: string;
  /** Offset in the file of an offset in the source. */
  readonly offset: (at: number) => number;
  /** The file again, from a source with the same fences. */
  readonly undress: (source: string) => string;
}

/** Puts fences around a YAML file; a byte order mark stays first, a missing last line end is lent. */
export function dressYaml(text: string): DressedYaml {
  const eol = lineEndOf(text);
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const fence = `---${eol}`;
  const body = text.slice(mark.length);
  const lent = body === '' || /[\r\n]$/.test(body) ? '' : eol;
  return {
    source: `${mark}${fence}${body}${lent}${fence}`,
    offset: (at) => Math.max(0, Math.min(text.length, at - fence.length)),
    undress: (source) => {
      const inner = source.slice(mark.length + fence.length, source.length - fence.length);
      const end = lent !== '' && inner.endsWith(lent) ? inner.length - lent.length : inner.length;
      return `${mark}${inner.slice(0, end)}`;
    },
  };
}
