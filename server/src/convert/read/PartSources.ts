import type { TiptapNode } from '../tiptap.js';

/**
 * The sources of list items, table rows and blocks inside other blocks, without what their containers put in front; cut
 * out of the text when they are asked for.
 */
export class PartSources {
  readonly #parts = new WeakMap<TiptapNode, () => string>();

  set(part: TiptapNode, source: () => string): void {
    this.#parts.set(part, source);
  }

  get(part: TiptapNode): string | undefined {
    return this.#parts.get(part)?.();
  }
}
