import type { Data, Literal } from 'mdast';
import type {} from 'mdast-util-directive';
import type {} from 'mdast-util-math';

/** A shortcode such as `:tada:`; `value` is the name without colons. */
export interface Emoji extends Literal {
  type: 'emoji';
}

/** A block of another language that is kept as it is: a tag of GitBook, or JSX, an expression or ESM of MDX. */
export interface Verbatim extends Literal {
  type: 'verbatim';
  kind: 'gitbook' | 'mdx';
}

/** The same in a line. */
export interface InlineVerbatim extends Literal {
  type: 'inlineVerbatim';
  kind: 'gitbook' | 'mdx';
  data?: Data & {
    /** All of a block's content, which is not the MDX it should be. */
    invalid?: true;
  };
}

declare module 'mdast' {
  interface CodeData {
    /** The code is one empty line; without it an empty value is no line at all. */
    emptyLine?: true;
  }
  interface PhrasingContentMap {
    emoji: Emoji;
    inlineVerbatim: InlineVerbatim;
  }
  interface BlockContentMap {
    verbatim: Verbatim;
  }
  interface RootContentMap {
    emoji: Emoji;
    verbatim: Verbatim;
    inlineVerbatim: InlineVerbatim;
  }
}
