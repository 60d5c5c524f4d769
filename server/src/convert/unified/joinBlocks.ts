import type { State } from 'mdast-util-to-markdown';
import type { Root, RootContent } from 'mdast';

/** What stands between two new blocks, as mdast-util-to-markdown's joins say (those added last have the first word). */
export function joinBlocks(left: RootContent, right: RootContent, parent: Root, state: State): string {
  for (const join of state.join.toReversed()) {
    const lines = join(left, right, parent, state);
    if (lines === true) break;
    if (lines === false) return '\n\n<!---->\n\n';
    if (typeof lines === 'number') return '\n'.repeat(1 + lines);
  }
  return '\n\n';
}
