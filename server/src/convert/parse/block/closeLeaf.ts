import type { Code, Definition, Html, Paragraph } from 'mdast';
import type { Math } from 'mdast-util-math';
import { BRACKET_OPEN, isSpaceOrTab, skipBlanks } from '../codes.js';
import type { Content } from '../Content.js';
import { decodeText, normalizeLabel } from '../inline/label.js';
import type { BlockParser } from './BlockParser.js';
import { readDefinition } from './definition.js';
import { contentOf, joinLines, lastLine, withoutBlankEnd } from './leafLines.js';
import type { FenceLeaf, HtmlLeaf, Leaf, TextLeaf } from './open.js';
import { tableOf } from './table.js';
import { verbatimOf } from './verbatim.js';

/**
 * Turns the lines of a leaf into nodes and adds them to the innermost container. `atEnd` says that the text ends here;
 * `closing` is where the line of a closing fence ends.
 */
export function closeLeaf(parser: BlockParser, leaf: Leaf, atEnd: boolean, closing?: number): void {
  switch (leaf.kind) {
    case 'paragraph': {
      const content = closeParagraph(parser, leaf);
      if (content !== undefined) addParagraph(parser, leaf, content);
      return;
    }
    case 'indented': {
      closeIndented(parser, leaf);
      return;
    }
    case 'fence':
    case 'math':
      closeFence(parser, leaf, closing ?? fallbackEnd(parser, leaf, atEnd));
      return;
    case 'html': {
      closeHtml(parser, leaf);
      return;
    }
    case 'table': {
      const node = tableOf(parser, leaf);
      parser.attach(node, (leaf.lines.at(-1) ?? leaf.delimiters).to);
      return;
    }
    case 'verbatim': {
      const node = verbatimOf(parser, leaf);
      parser.attach(node, lastLine(leaf.lines).to);
    }
  }
}

/** Adds the definitions that a paragraph begins with; gives what is left, if anything. */
export function closeParagraph(parser: BlockParser, leaf: TextLeaf): Content | undefined {
  const { context } = parser;
  const content = contentOf(context.text, leaf.lines);
  const { value } = content;
  let at = 0;
  while (value.charCodeAt(at) === BRACKET_OPEN) {
    const read = readDefinition(value, at);
    if (read === undefined) break;
    const { label, url, title, end } = read;
    const to = blankEnd(context.text, content.end(end));
    const node: Definition = {
      type: 'definition',
      identifier: normalizeLabel(label).toLowerCase(),
      label: decodeText(label),
      title,
      url,
      position: parser.span(content.at(at), to),
    };
    const key = normalizeLabel(label);
    if (!context.definitions.has(key)) context.definitions.set(key, node);
    parser.attach(node, to);
    at = read.next;
  }
  return at >= value.length ? undefined : content.from(at);
}

function addParagraph(parser: BlockParser, leaf: TextLeaf, content: Content): void {
  const to = lastLine(leaf.lines).to;
  const rest = takeCheckbox(parser, content);
  if (rest === undefined) return;
  const node: Paragraph = { type: 'paragraph', children: [], position: parser.span(rest.at(0), to) };
  parser.pending.push({ node, content: rest });
  parser.attach(node, to);
}

/** A list item's first paragraph may begin with a checkbox (GFM task list items). */
function takeCheckbox(parser: BlockParser, content: Content): Content | undefined {
  const { top, context } = parser;
  if (top.kind !== 'item' || top.node.children.length > 0 || content.value.charCodeAt(0) !== BRACKET_OPEN) {
    return content;
  }
  const box = /^\[[ xX]\](?![^ \t])/.exec(content.value)?.[0];
  const after = content.end(3);
  if (box === undefined || !isSpaceOrTab(context.text.charCodeAt(after))) return content;
  top.node.checked = box !== '[ ]';
  const next = skipBlanks(content.value, 3, content.value.length);
  if (next < content.value.length) return content.from(next === 4 ? 4 : next);
  top.to = blankEnd(context.text, after);
  return undefined;
}

function closeIndented(parser: BlockParser, leaf: TextLeaf): void {
  const { text } = parser.context;
  const lines = withoutBlankEnd(text, leaf.lines);
  const { to } = lastLine(lines);
  const node: Code = {
    type: 'code',
    lang: null,
    meta: null,
    value: joinLines(text, lines),
    position: parser.span(leaf.from, to),
  };
  parser.attach(node, to);
}

function closeFence(parser: BlockParser, leaf: FenceLeaf, to: number): void {
  const value = joinLines(parser.context.text, leaf.lines);
  const position = parser.span(leaf.from, to);
  const { info } = leaf.fence;
  if (leaf.kind === 'math') {
    const node: Math = { type: 'math', meta: info === '' ? null : decodeText(info), value, position };
    parser.attach(node, to);
    return;
  }
  const end = /[ \t]/.exec(info)?.index ?? info.length;
  const meta = info.slice(end).trimStart();
  const node: Code = {
    type: 'code',
    lang: end === 0 ? null : decodeText(info.slice(0, end)),
    meta: meta === '' ? null : decodeText(meta),
    value,
    position,
  };
  if (value === '' && leaf.lines.length > 0) node.data = { emptyLine: true };
  parser.attach(node, to);
}

/** Code that nothing closes ends with its container; at the end of a text its last line feed belongs to it. */
function fallbackEnd(parser: BlockParser, leaf: FenceLeaf, atEnd: boolean): number {
  const { text } = parser.context;
  if (atEnd && parser.stack.length === 1) return text.length;
  const last = leaf.lines.at(-1);
  if (last !== undefined) return last.to;
  const end = text.indexOf('\n', leaf.from);
  return end === -1 ? text.length : end;
}

function closeHtml(parser: BlockParser, leaf: HtmlLeaf): void {
  const to = lastLine(leaf.lines).to;
  const node: Html = {
    type: 'html',
    value: joinLines(parser.context.text, leaf.lines),
    position: parser.span(leaf.from, to),
  };
  parser.attach(node, to);
}

function blankEnd(text: string, at: number): number {
  return skipBlanks(text, at, text.length);
}
