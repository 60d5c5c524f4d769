import type { Nodes, Root } from 'mdast';
import type { Notice } from '../conversion.js';
import type { DialectTraits } from '../dialects.js';
import { foldLabel, type Definition } from '../labels.js';
import { parse } from '../parse/parse.js';
import type { TiptapNode } from '../tiptap.js';
import type { Placed } from './Reader.js';
import { readBlocks } from './createReader.js';

/** A text read: its syntax tree, and its blocks with their places. Offsets count from the text's start. */
export interface ReadBody {
  readonly text: string;
  readonly root: Root;
  readonly blocks: readonly Placed[];
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notices: readonly Notice[];
  /** The sources of list items, table rows and blocks inside other blocks, without what their containers put in front. */
  readonly sources: WeakMap<TiptapNode, string>;
}

/** Reads Markdown without front matter and with line feeds only. */
export function readBody(text: string, traits: DialectTraits): ReadBody {
  const root = parse(text);
  const definitions = definitionsIn(root);
  const notices: Notice[] = [];
  const sources = new WeakMap<TiptapNode, string>();
  let end = 0;
  const blocks = readBlocks(root.children, { text, traits, definitions, notices, sources }).map((block) => {
    const start = lineStart(text, skipBlank(text, block.start, end));
    end = block.end;
    return { ...block, start };
  });
  return { text, root, blocks, definitions, notices, sources };
}

/** Link definitions by folded label, the first of a label; footnotes with `^` in front. */
function definitionsIn(root: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition') {
      const label = foldLabel(node.identifier);
      if (!definitions.has(label)) definitions.set(label, { url: node.url, title: node.title ?? undefined });
    } else if (node.type === 'footnoteDefinition') {
      definitions.set(foldLabel(`^${node.label ?? node.identifier}`), { url: '', title: undefined });
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return definitions;
}

/** An underlined heading right below a definition is said to begin with the definition. */
function skipBlank(text: string, start: number, end: number): number {
  if (start >= end) return start;
  return end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
}

/** A block begins where its line does when only blanks stand before it, else indented code would be cut. */
function lineStart(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return /^[ \t]*$/.test(text.slice(start, at)) ? start : at;
}
