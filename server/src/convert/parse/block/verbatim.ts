import type { Html } from 'mdast';
import { BRACE_OPEN, LESS } from '../codes.js';
import { tagLinesEnd } from '../gitbook/tag.js';
import { readFlow } from '../mdx/flow.js';
import { detailsHead, htmlForm } from '../mdx/htmlForm.js';
import type { Verbatim } from '../syntaxNodes.js';
import type { BlockParser } from './BlockParser.js';
import { joinLines, lastLine } from './leafLines.js';
import type { VerbatimLeaf } from './open.js';
import type { Started } from './startBlock.js';

const MODULE = /(?:import|export) /y;

/**
 * Source that is kept as it is: lines of GitBook's tags; in MDX, lines of tags and expressions, and the imports and
 * exports of a module. `interrupts` says that a paragraph would go on with the line.
 */
export function startVerbatim(parser: BlockParser, depth: number, interrupts: boolean): Started {
  const { syntax } = parser.context;
  const found = syntax.gitbook
    ? tagLines(parser, depth)
    : syntax.mdx
      ? (flow(parser, depth) ??
        (interrupts || parser.leaf?.kind === 'table' ? undefined : moduleLines(parser, depth)))
      : undefined;
  if (found === undefined) return undefined;
  parser.closeTo(depth);
  const { cursor } = parser;
  cursor.skipBlanks();
  parser.leaf = { kind: 'verbatim', from: cursor.offset, lines: [cursor.rest()], ...found };
  return 'leaf';
}

/** Whether GitBook's tags stand alone on the line that the cursor looked at. */
export function isTagLine(parser: BlockParser): boolean {
  const { syntax } = parser.context;
  const { cursor } = parser;
  return (
    syntax.gitbook && cursor.indent <= cursor.deepest && tagLines(parser, parser.stack.length) !== undefined
  );
}

/** The node of source that is kept as it is; of HTML where it says the same. */
export function verbatimOf(parser: BlockParser, leaf: VerbatimLeaf): Verbatim | Html {
  const { text, syntax } = parser.context;
  const value = joinLines(text, leaf.lines);
  const position = parser.span(leaf.from, lastLine(leaf.lines).to);
  const html = syntax.mdx ? htmlForm(value, leaf.tag) : undefined;
  if (html !== undefined) return { type: 'html', value: html, position };
  return { type: 'verbatim', kind: syntax.mdx ? 'mdx' : 'gitbook', value, position };
}

type Found = Pick<VerbatimLeaf, 'until' | 'tag'>;

function tagLines(parser: BlockParser, depth: number): Found | undefined {
  const { text, next } = parser.cursor;
  if (!text.startsWith('{%', next)) return undefined;
  const { text: following, offset } = parser.following.at(depth);
  const end = tagLinesEnd(following.value, offset);
  return end === undefined ? undefined : { until: following.sourceOf(end - 1) + 1 };
}

function flow(parser: BlockParser, depth: number): Found | undefined {
  const { cursor } = parser;
  const code = cursor.peek();
  if (code !== LESS && code !== BRACE_OPEN) return undefined;
  const { text: following, offset: at } = parser.following.at(depth);
  const head = detailsHead(following.value, at);
  const found = head === undefined ? readFlow(following.script, at) : { to: head, tag: 'details' };
  if (found === undefined) return undefined;
  return {
    until: following.sourceOf(found.to - 1) + 1,
    ...(found.tag === undefined ? {} : { tag: found.tag }),
  };
}

/** Imports and exports stand at the start of a line outside of all other blocks, and end with a blank line. */
function moduleLines(parser: BlockParser, depth: number): Found | undefined {
  const { text, start, next } = parser.cursor;
  MODULE.lastIndex = next;
  if (depth > 1 || next > start || !MODULE.test(text)) return undefined;
  const end = parser.following.at(depth).text.script.moduleEnd(next) ?? paragraphEnd(text, next);
  return { until: end };
}

function paragraphEnd(text: string, at: number): number {
  const blank = /\n[ \t]*(?:\n|$)/g;
  blank.lastIndex = at;
  return blank.exec(text)?.index ?? text.length;
}
