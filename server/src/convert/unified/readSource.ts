import type { Nodes, Root, RootContent } from 'mdast';
import type { Position } from 'unist';
import { splitFrontMatter } from '../frontMatter/splitFrontMatter.js';
import type { Definition } from '../labels.js';
import { plainLines, type PlainLines } from '../parse/lineEndings.js';
import { parseText } from '../parse/parse.js';
import type { Syntax } from '../parse/ParseContext.js';
import { LineIndex } from '../parse/Span.js';
import type { Spend } from '../terms.js';
import type { FrontMatterNode } from './frontMatterNode.js';

/** What a Markdown file is read with. */
export interface ReadTerms {
  readonly syntax: Syntax;
  readonly spend: Spend;
}

/** A Markdown file as plug-ins see it. */
export interface ReadSource {
  /** The file as given. */
  readonly text: string;
  /** Plain objects throughout; a position is that in the file as given (UTF-16; a byte order mark counts). */
  readonly root: Root;
  readonly lineEnding: PlainLines['ending'];
  readonly definitions: ReadonlyMap<string, Definition>;
}

/**
 * Reads a whole file; front matter is a `yaml` or `toml` node at its start. Line ends inside values are line feeds.
 * Throws the errors of parse().
 */
export function readSource(text: string, { syntax, spend }: ReadTerms): ReadSource {
  const lines = plainLines(text);
  const place = placer(lines);
  const { frontMatter, body, bodyOffset } = splitFrontMatter(lines.text);
  const bom = body.startsWith('\ufeff') ? 1 : 0;
  const { root, definitions } = parseText(body.slice(bom), { syntax, spend });
  const { length } = lines.text;
  return {
    text,
    root: {
      type: 'root',
      children: [
        ...(frontMatter === undefined ? [] : [frontMatterNode(frontMatter, place)]),
        ...root.children.map((node) => plainNode(node, bodyOffset + bom, place)),
      ],
      position: place(0, length),
    },
    lineEnding: lines.ending,
    definitions: new Map(
      [...definitions].map(([label, { url, title }]) => [label, { url, title: title ?? undefined }]),
    ),
  };
}

/** Tells where a range of the text with line feeds stands in the file as given. */
type Place = (from: number, to: number) => Position;

function placer({ text, toOriginal }: PlainLines): Place {
  const index = new LineIndex(text);
  const point = (at: number): Position['start'] => {
    const { line, column } = index.point(at);
    const offset = toOriginal(at);
    return { line, column: offset - toOriginal(at - column + 1) + 1, offset };
  };
  return (from, to) => ({ start: point(from), end: point(to) });
}

function frontMatterNode(source: string, place: Place): FrontMatterNode {
  const from = source.startsWith('\ufeff') ? 1 : 0;
  const to = source.endsWith('\n') ? source.length - 1 : source.length;
  const lines = source.slice(from, to).split('\n');
  return {
    type: lines[0]?.startsWith('+') === true ? 'toml' : 'yaml',
    value: lines.slice(1, -1).join('\n'),
    position: place(from, to),
  };
}

/** A copy in which positions are plain objects: copies of the tree, JSON and some plug-ins see no getters. */
function plainNode<T extends Nodes>(node: T, shift: number, place: Place): T {
  const { start, end } = node.position as Position;
  const copy: T = {
    ...node,
    position: place((start.offset as number) + shift, (end.offset as number) + shift),
  };
  if ('children' in copy) {
    copy.children = (copy.children as RootContent[]).map((child) => plainNode(child, shift, place));
  }
  return copy;
}
