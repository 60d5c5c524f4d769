import type { RootContent } from 'mdast';
import {
  BACKTICK,
  BRACE_OPEN,
  BRACKET_OPEN,
  COLON,
  DOLLAR,
  EQUALS,
  GREATER,
  HASH,
  LESS,
  MINUS,
  PLUS,
  STAR,
  TILDE,
  UNDERSCORE,
  isDigit,
} from '../codes.js';
import type { BlockParser } from './BlockParser.js';
import { openQuoteLine } from './containerLine.js';
import { startFence } from './fence.js';
import { startFootnote } from './footnote.js';
import { startHeading, startUnderline } from './heading.js';
import { startHtml } from './htmlBlock.js';
import { startDirective } from './leafDirective.js';
import { startItem } from './listItem.js';
import type { TextLeaf } from './open.js';
import { isThematicBreak } from './thematicBreak.js';
import { startVerbatim } from './verbatim.js';

/** What a line began with: a block that holds blocks, one that took the whole line, or text. */
export type Started = 'container' | 'leaf' | undefined;

/**
 * Opens the block that begins where the cursor looked, at most three columns in. `paragraph` is the paragraph that the
 * line would go on with; `directly` says that it stands in the same container.
 */
export function startBlock(
  parser: BlockParser,
  code: number,
  depth: number,
  paragraph: TextLeaf | undefined,
  directly: boolean,
): Started {
  const { cursor } = parser;
  const above = directly ? paragraph : undefined;
  switch (code) {
    case GREATER: {
      const from = cursor.next;
      parser.closeTo(depth);
      openQuoteLine(cursor);
      const node = { type: 'blockquote' as const, children: [] };
      parser.attach(node, cursor.end);
      parser.push({ kind: 'quote', node, from, to: cursor.end, width: 0, list: undefined });
      return 'container';
    }
    case HASH:
      return startHeading(parser, depth);
    case BACKTICK:
    case TILDE:
    case DOLLAR:
      return startFence(parser, depth, code);
    case LESS:
      return parser.context.syntax.mdx
        ? startVerbatim(parser, depth, paragraph !== undefined)
        : startHtml(parser, depth, paragraph !== undefined);
    case EQUALS:
      return above === undefined ? undefined : startUnderline(parser, above);
    case MINUS:
      return (
        (above === undefined ? undefined : startUnderline(parser, above)) ??
        startRule(parser, depth) ??
        startItem(parser, depth, above !== undefined)
      );
    case STAR:
      return startRule(parser, depth) ?? startItem(parser, depth, above !== undefined);
    case UNDERSCORE:
      return startRule(parser, depth);
    case PLUS:
      return startItem(parser, depth, above !== undefined);
    case BRACKET_OPEN:
      return startFootnote(parser, depth);
    case COLON:
      return startDirective(parser, depth);
    case BRACE_OPEN:
      return startVerbatim(parser, depth, paragraph !== undefined);
    default:
      if (isDigit(code)) return startItem(parser, depth, above !== undefined);
      return startVerbatim(parser, depth, paragraph !== undefined);
  }
}

function startRule(parser: BlockParser, depth: number): Started {
  const { cursor } = parser;
  if (!isThematicBreak(cursor.text, cursor.next, cursor.end)) return undefined;
  parser.closeTo(depth);
  const node: RootContent = { type: 'thematicBreak', position: parser.span(cursor.next, cursor.end) };
  parser.attach(node, cursor.end);
  return 'leaf';
}
