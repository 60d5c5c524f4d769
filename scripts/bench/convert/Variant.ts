/** Markdown -> what the library hands on (JSON) -> Markdown. */
export interface Converter {
  parse(markdown: string): unknown;
  /** Takes what `parse` gave, after a trip through JSON text. */
  serialise(json: unknown): string;
}

/** Markdown -> a syntax tree of the engine's own kind. */
export interface Engine {
  parse(text: string): unknown;
  /** Parses `text`, which is the text that `tree` was made of with one character inserted at `offset`. */
  reparse?(tree: unknown, text: string, offset: number): unknown;
}

/** What the module of a variant exports. */
export interface VariantModule<T> {
  readonly needsDom?: boolean;
  create(): T | Promise<T>;
}

/** A variant before it is bundled. */
export interface VariantSource {
  readonly name: string;
  /** Path of its module, relative to this folder. */
  readonly entry: string;
}

export const OURS = 'docbridge';

/** Those that go from Markdown to JSON and back. */
export const CONVERTERS: readonly VariantSource[] = [
  { name: OURS, entry: 'variants/docbridge.ts' },
  { name: '@tiptap/markdown', entry: 'peers/tiptap-markdown-manager.mjs' },
  { name: 'prosemirror-markdown', entry: 'peers/prosemirror-markdown.mjs' },
  { name: 'tiptap-markdown', entry: 'peers/tiptap-markdown.mjs' },
  { name: 'remark', entry: 'peers/remark.mjs' },
  { name: 'milkdown', entry: 'peers/milkdown.mjs' },
];

/** Those that could stand behind our `parse()`. */
export const ENGINES: readonly VariantSource[] = [
  { name: OURS, entry: 'variants/docbridgeEngine.ts' },
  { name: 'commonmark.js', entry: 'peers/engine-commonmark.mjs' },
  { name: 'markdown-it', entry: 'peers/engine-markdown-it.mjs' },
  { name: 'marked', entry: 'peers/engine-marked.mjs' },
  { name: '@lezer/markdown', entry: 'peers/engine-lezer.mjs' },
  { name: 'mdast-util-from-markdown', entry: 'peers/engine-mdast.mjs' },
];
