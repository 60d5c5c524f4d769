import type { TiptapNode } from '../tiptap.js';

/** Texts of blocks, and what each was read as. */
export interface BlockMemory {
  readonly recall: (text: string) => TiptapNode | undefined;
  readonly keep: (text: string, node: TiptapNode) => void;
}

/** Characters that are kept; the texts that were kept first go first. */
const LIMIT = 8_000_000;

/**
 * What conversions have read lately: a block that is printed as one that was just read needs no second reading to be
 * verified. Share one among the conversions of a process; it changes how fast they are, never what they give.
 */
export class ConversionMemory {
  readonly #limit: number;
  readonly #kinds = new Map<string, Map<string, TiptapNode>>();
  #size = 0;

  constructor(limit = LIMIT) {
    this.#limit = limit;
  }

  /** The memory of conversions that read alike: of one dialect and one flavour. */
  of(kind: string): BlockMemory {
    const blocks = this.#kinds.get(kind) ?? new Map<string, TiptapNode>();
    this.#kinds.set(kind, blocks);
    return {
      recall: (text) => blocks.get(text),
      keep: (text, node) => {
        if (!blocks.has(text)) this.#size += text.length;
        blocks.set(text, node);
        this.#shrink();
      },
    };
  }

  #shrink(): void {
    for (const blocks of this.#kinds.values()) {
      for (const text of blocks.keys()) {
        if (this.#size <= this.#limit) return;
        blocks.delete(text);
        this.#size -= text.length;
      }
    }
  }
}
