// Gives a tree of names and positions alone: no text, no resolved references.
import { TreeFragment } from '@lezer/common';
import { GFM, parser as commonmark } from '@lezer/markdown';

const parser = commonmark.configure(GFM);

export function create() {
  return {
    parse: (text) => parser.parse(text),
    /** Parses `text`, which differs from what `tree` was made of by one character inserted at `offset`. */
    reparse(tree, text, offset) {
      const changes = [{ fromA: offset, toA: offset, fromB: offset, toB: offset + 1 }];
      return parser.parse(text, TreeFragment.applyChanges(TreeFragment.addTree(tree), changes));
    },
  };
}
