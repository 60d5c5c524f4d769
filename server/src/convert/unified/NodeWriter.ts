import type { Code, Nodes, Parents, Root, RootContent } from 'mdast';
import type { Handle, Info, Options, State } from 'mdast-util-to-markdown';
import type { Base } from './Base.js';
import { encodeEdges } from './encodeEdges.js';
import { votedStyle } from './votedStyle.js';
import { writtenStyle, type WrittenStyle } from './WrittenStyle.js';

/** How one top-level block is to be written. */
export interface BlockTerms {
  /** As if it were new. */
  readonly anew: boolean;
  /** The marker of a list that follows and would be read as one with this. */
  readonly avoid: string | undefined;
  /** It opens the file, where a rule of dashes would open front matter. */
  readonly first: boolean;
}

const START: Info = { before: '\n', after: '\n', now: { line: 1, column: 1 }, lineShift: 0 };
const BULLETS = ['-', '*', '+'] as const;

/** Writes nodes with the handlers of one run of mdast-util-to-markdown, each in the style it was written in. */
export class NodeWriter {
  readonly #state: State;
  readonly #base: Base;
  readonly #sources: ReadonlyMap<Nodes, string>;
  readonly #settings: Options;
  readonly #style: WrittenStyle;
  #block: Nodes | undefined;
  #terms: BlockTerms = { anew: false, avoid: undefined, first: false };

  /** `sources` are texts of blocks that are written as they are. */
  constructor(
    state: State,
    base: Base,
    sources: ReadonlyMap<Nodes, string>,
    style: WrittenStyle,
    settings: Options,
  ) {
    this.#state = state;
    this.#base = base;
    this.#sources = sources;
    this.#style = style;
    this.#settings = settings;
    const { handlers } = state;
    for (const [type, handle] of Object.entries(handlers)) {
      Object.assign(handlers, { [type]: Object.assign(this.#inStyle(handle), handle) });
    }
  }

  /** Writes a child of the root, with line feeds. */
  write(block: RootContent, root: Root, terms: BlockTerms): string {
    this.#block = block;
    this.#terms = terms;
    return this.#state.handle(block, root, this.#state, START);
  }

  /** A handle that keeps what is to be kept, and looks up how the node was written before. */
  #inStyle(handle: Handle): Handle {
    return (node: Nodes, parent, state, info) => {
      const source = this.#sources.get(node);
      if (source !== undefined) return source;
      const { options } = state;
      const style = this.#styleOf(node);
      const own = { ...options, ...style, ...this.#settings };
      state.options = { ...own, ...this.#markers(node, own) };
      const text = handle(node, parent, state, info);
      state.options = options;
      if (node.type === 'break' && text === '\\\n' && this.#style.hardBreak === 'spaces') return '  \n';
      if (node.type === 'thematicBreak' && node === this.#block && this.#terms.first)
        return text.replaceAll('-', '*');
      if (node.type === 'text' && this.#terms.anew) return encodeEdges(text, node, parent as Parents);
      return node.type === 'code' ? withEmptyLine(node, text) : text;
    };
  }

  #styleOf(node: Nodes): Options & WrittenStyle {
    // What is a link as a bare address may be none in angle brackets.
    if (this.#terms.anew) return { resourceLink: true };
    const held = this.#base.at(node);
    if (held === undefined) return {};
    return { ...votedStyle(this.#base.within(held.node)), ...writtenStyle(held.node, held.source) };
  }

  /** The marker of a list, another than those of the lists beside it. */
  #markers(node: Nodes, options: Options): Options {
    if (node.type !== 'list') return {};
    const avoid = node === this.#block ? this.#terms.avoid : undefined;
    if (node.ordered === true) {
      if (options.bulletOrdered !== avoid) return {};
      return { bulletOrdered: avoid === '.' ? ')' : '.' };
    }
    const free = BULLETS.filter((one) => one !== avoid);
    const bullet = free.find((one) => one === options.bullet) ?? free[0];
    return { bullet, bulletOther: free.find((one) => one !== bullet) };
  }
}

/** mdast-util-to-markdown writes code that is one empty line as code without lines. */
function withEmptyLine({ data, value }: Code, text: string): string {
  if (data?.emptyLine !== true || value !== '') return text;
  const end = text.lastIndexOf('\n');
  return `${text.slice(0, end)}\n${text.slice(end)}`;
}
