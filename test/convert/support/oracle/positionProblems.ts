import type { Nodes, Root } from 'mdast';
import { standsForText } from './standsForText.js';

/** What a node's source has to look like, where that is the same in every place. */
const SHAPES: Partial<Record<string, RegExp>> = {
  emphasis: /^(?:\*[^]+\*|_[^]+_)$/,
  strong: /^(?:\*\*[^]+\*\*|__[^]+__)$/,
  delete: /^~[^]+~$/,
  inlineCode: /^(`+)[^]+\1$/,
  image: /^!\[[^]*\)$/,
  imageReference: /^!\[[^]*\]$/,
  linkReference: /^\[[^]*\]$/,
  footnoteReference: /^\[\^[^]*\]$/,
  footnoteDefinition: /^\[\^[^]*$/,
  definition: /^\[[^]*$/,
  break: /^(?:[ \t]* {2,}|\\)\n[ \t>]*$/,
  thematicBreak: /^[-*_][-*_ \t]*$/,
  blockquote: /^>/,
  heading: /^(?:#{1,6}(?:[ \t\n]|$)|[^ \t\n][^]*[=-][ \t]*$)/,
  listItem: /^(?:[-+*]|\d{1,9}[.)])(?:[ \t\n]|$)/,
  list: /^(?:[-+*]|\d{1,9}[.)])(?:[ \t\n]|$)/,
  paragraph: /^[^ \t\n]/,
  table: /^[^ \t\n]/,
};

/** A line feed ends none of these; nor does another blank line. */
const ENDS_IN_LINE: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'thematicBreak',
  'definition',
  'table',
]);

/**
 * What is wrong with the offsets of a tree, in words: each node inside its parent, siblings in order and apart, lines
 * and columns (1-based, UTF-16) those of the offsets, sources shaped like their node, and texts decoding to their value.
 */
export function positionProblems(root: Root, source: string): readonly string[] {
  const problems: string[] = [];
  const lineStarts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const span = (node: Nodes): readonly [number, number] => [
    node.position?.start.offset ?? NaN,
    node.position?.end.offset ?? NaN,
  ];

  const visit = (node: Nodes, from: number, to: number): void => {
    const [start, end] = span(node);
    const name = `${node.type} ${start}-${end}`;
    if (!(from <= start && start <= end && end <= to)) problems.push(`${name} is not inside ${from}-${to}`);
    for (const point of [node.position?.start, node.position?.end]) {
      const { offset = NaN, line, column } = point ?? {};
      const wanted = lineStarts.findLastIndex((lineStart) => lineStart <= offset);
      if (line !== wanted + 1 || column !== offset - (lineStarts[wanted] ?? NaN) + 1) {
        problems.push(`${name} tells ${offset} as ${line ?? '?'}:${column ?? '?'}`);
      }
    }
    checkSource(node, source.slice(start, end), name, problems);
    if (!('children' in node)) return;
    let next = start;
    for (const child of node.children) {
      visit(child, next, end);
      next = span(child)[1];
    }
  };

  const [start, end] = span(root);
  if (start !== 0 || end !== source.length) problems.push(`root is ${start}-${end} of ${source.length}`);
  visit(root, 0, source.length);
  return problems;
}

function checkSource(node: Nodes, slice: string, name: string, problems: string[]): void {
  const shown = JSON.stringify(slice);
  const shape = SHAPES[node.type];
  if (shape !== undefined && !shape.test(slice)) problems.push(`${name} stands on ${shown}`);
  if (ENDS_IN_LINE.has(node.type) && slice.endsWith('\n'))
    problems.push(`${name} ends in a line feed: ${shown}`);
  if (node.type === 'text' && !standsForText(slice, node.value)) {
    problems.push(`${name} says ${JSON.stringify(node.value)} for ${shown}`);
  }
  if (node.type === 'html' && plain(slice) !== plain(node.value)) {
    problems.push(`${name} says ${JSON.stringify(node.value)} for ${shown}`);
  }
}

/** Source without what containers, and half tabs, put before its lines. */
function plain(source: string): string {
  return source.replace(/^[ \t>]+/gm, '');
}
