import type { Literal } from 'mdast';

/** Front matter between `---` or `+++`, as remark-frontmatter gives it; `value` is what stands between the fences. */
export interface FrontMatterNode extends Literal {
  type: 'yaml' | 'toml';
}

/** Front matter in TOML. */
export interface Toml extends Literal {
  type: 'toml';
}

declare module 'mdast' {
  interface RootContentMap {
    toml: Toml;
  }
}
