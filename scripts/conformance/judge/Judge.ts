import { HtmlRenderer, Parser } from 'commonmark';
import { runTool } from '../runTool.js';
import { buildCmark } from './buildCmark.js';
import { readFrames, writeFrames } from './frames.js';
import { normalizeHtml } from './normalizeHtml.js';

/** Two texts that should say the same. */
export interface Pair {
  readonly source: string;
  readonly result: string;
}

/** Whether a pair says the same: to commonmark.js, and to cmark-gfm where that is at hand. */
export interface Verdict {
  readonly r1: boolean;
  readonly r2: boolean | undefined;
}

/**
 * Judges by two renderers that share nothing with our parser: R1 is commonmark.js, R2 is cmark-gfm. `unavailable` says
 * why R2 is missing.
 */
export class Judge {
  readonly unavailable: string | undefined;
  readonly #program: string | undefined;
  readonly #parser = new Parser();
  readonly #renderer = new HtmlRenderer();

  constructor() {
    try {
      this.#program = buildCmark();
    } catch (error) {
      this.unavailable = error instanceof Error ? error.message : String(error);
    }
  }

  /** Normalised HTML by commonmark.js. */
  commonmark(text: string): string {
    return normalizeHtml(this.#renderer.render(this.#parser.parse(text)));
  }

  /** Normalised HTML by cmark-gfm, one process for all; undefined without it. */
  cmark(
    texts: readonly string[],
    options: { readonly footnotes?: boolean } = {},
  ): readonly string[] | undefined {
    if (this.#program === undefined) return undefined;
    const args = options.footnotes === true ? ['footnotes'] : [];
    const html = readFrames(runTool(this.#program, args, { input: writeFrames(texts) }));
    if (html.length !== texts.length) throw new Error('cmark-frames answered with another number of frames');
    return html.map(normalizeHtml);
  }

  /** Normalised HTML of both texts by one renderer; by commonmark.js where cmark-gfm is missing. */
  both(
    { source, result }: Pair,
    renderer: 'r1' | 'r2',
    options: { readonly footnotes?: boolean } = {},
  ): readonly [string, string] {
    const html = renderer === 'r1' ? undefined : this.cmark([source, result], options);
    return [html?.[0] ?? this.commonmark(source), html?.[1] ?? this.commonmark(result)];
  }

  /** One verdict a pair. */
  verdicts(pairs: readonly Pair[], options: { readonly footnotes?: boolean } = {}): readonly Verdict[] {
    const sources = this.cmark(
      pairs.map(({ source }) => source),
      options,
    );
    const results = this.cmark(
      pairs.map(({ result }) => result),
      options,
    );
    return pairs.map(({ source, result }, index) => ({
      r1: source === result || this.commonmark(source) === this.commonmark(result),
      r2: sources === undefined ? undefined : sources[index] === results?.[index],
    }));
  }
}
