import type { Nodes, Root } from 'mdast';
import { toMarkdown, type Handle, type Options } from 'mdast-util-to-markdown';
import type { Base } from './Base.js';
import type { Block } from './matchBlocks.js';
import { NodeWriter } from './NodeWriter.js';
import { ownNodes } from './ownNodes.js';
import { reuseSources } from './reuseSources.js';
import { votedStyle } from './votedStyle.js';
import { writePieces, type Piece } from './writePieces.js';
import { USUAL_STYLE } from './WrittenStyle.js';

/** What a tree is written with. */
export interface WriteTerms {
  /** Options of mdast-util-to-markdown that hold whatever the document's style is. */
  readonly settings: Options;
  /** What plug-ins added for nodes of their own. */
  readonly extensions: readonly Options[];
}

/** Places of blocks that do not read back when they are written the usual way. */
export interface Care {
  /** They are written as if they were new. */
  readonly anew: Set<number>;
  /** What stood between them and their neighbours is not kept. */
  readonly apart: Set<number>;
}

/**
 * Writes a tree over what was read: blocks that no plug-in changed and the gaps between neighbours are bytes of the
 * base, others are written in the style of the node that they were made of, or of the document. Throws
 * when a node has a type that nobody can write.
 */
export function writeTree(
  blocks: readonly Block[],
  base: Base,
  care: Care,
  { settings, extensions }: WriteTerms,
): string {
  const sources = new Map<Nodes, string>();
  const pieces = blocks.map(({ node, origin, kept }, at): Piece => {
    const place = { origin, apart: care.apart.has(at) };
    if (care.anew.has(at)) return { ...place, node, kept: undefined, anew: true };
    if (kept && origin !== undefined) return { ...place, node, kept: base.bytes(origin), anew: false };
    return { ...place, node: reuseSources(node, base, sources), kept: undefined, anew: false };
  });
  // Indented code is read as something else in many places, so no new code is indented.
  const style = { ...USUAL_STYLE, ...votedStyle(base.within()), fences: true };
  const root: Root = { type: 'root', children: pieces.map(({ node }) => node) };
  let text = '';
  const writeRoot: Handle = (_node, _parent, state) => {
    const writer = new NodeWriter(state, base, sources, style, settings);
    text = writePieces(pieces, root, base, writer, state);
    return '';
  };
  toMarkdown(root, {
    ...style,
    ...settings,
    extensions: [...extensions, ...ownNodes(style, care.anew.size > 0)],
    handlers: { ...settings.handlers, root: writeRoot },
  });
  return text;
}
