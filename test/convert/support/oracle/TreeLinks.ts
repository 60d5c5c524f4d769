import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';

/** What references of a tree point to: definitions and footnotes, the first of each label. */
export class TreeLinks {
  readonly #definitions = new Map<string, Definition>();
  readonly #footnotes = new Map<string, FootnoteDefinition>();
  /** Keys of footnotes in the order of their first call. */
  readonly #called: string[] = [];

  constructor(root: Root) {
    this.#collect(root);
    this.#collectCalls(root);
  }

  definition(identifier: string): Definition | undefined {
    return this.#definitions.get(labelKey(identifier));
  }

  /** The number of a footnote, from 1; 0 when it has no definition. */
  footnoteNumber(identifier: string): number {
    return this.#called.indexOf(labelKey(identifier)) + 1;
  }

  /** The footnotes that are called, in the order of their first call. */
  calledFootnotes(): readonly FootnoteDefinition[] {
    return this.#called.flatMap((key) => this.#footnotes.get(key) ?? []);
  }

  #collect(node: Nodes): void {
    if (node.type === 'definition') addFirst(this.#definitions, node);
    if (node.type === 'footnoteDefinition') addFirst(this.#footnotes, node);
    if ('children' in node) for (const child of node.children) this.#collect(child);
  }

  #collectCalls(node: Nodes): void {
    if (node.type === 'footnoteReference') {
      const key = labelKey(node.identifier);
      if (this.#footnotes.has(key) && !this.#called.includes(key)) this.#called.push(key);
    }
    if ('children' in node) for (const child of node.children) this.#collectCalls(child);
  }
}

function addFirst<T extends { readonly identifier: string }>(map: Map<string, T>, node: T): void {
  const key = labelKey(node.identifier);
  if (!map.has(key)) map.set(key, node);
}

/** The key by which a reference finds its definition (CommonMark 0.31.2, section 6.3: matches). */
function labelKey(identifier: string): string {
  return identifier
    .replace(/[ \t\n]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}
