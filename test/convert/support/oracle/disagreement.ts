import type { Nodes, Root } from 'mdast';
import { canonicalHtml } from './canonicalHtml.js';
import type { CmarkGfm } from './cmarkGfm.js';
import { commonmarkJsHtml } from './commonmarkJs.js';
import { renderHtml } from './renderHtml.js';

/**
 * How our reading of a text stands to the judges':
 * - `same`: nothing to say;
 * - `core`: all judges agree, and ours differs;
 * - `gfm`: the judges agree on plain CommonMark, and ours differs from cmark-gfm's reading with extensions;
 * - `extension`: as before, but the text holds what no judge knows (math, directives, shortcodes);
 * - `contested`: the judges disagree with one another.
 */
export type Standing = 'same' | 'core' | 'gfm' | 'extension' | 'contested';

export interface Judgement {
  readonly standing: Standing;
  readonly ours: string;
  readonly judges: string;
}

const CORE: ReadonlySet<string> = new Set(
  (
    'root paragraph heading thematicBreak blockquote list listItem code html definition text emphasis strong ' +
    'inlineCode break link linkReference image imageReference'
  ).split(' '),
);
const GFM: ReadonlySet<string> = new Set([
  'table',
  'tableRow',
  'tableCell',
  'delete',
  'footnoteDefinition',
  'footnoteReference',
]);
const AUTOLINK_LITERAL = /(?<!<)(?:https?:|ftp:|mailto:|xmpp:|www\.)|[\w.+-]@[\w-]+\.\w/i;

/** Our reading as canonical HTML; a parser that throws reads as the error's message. */
export function ourHtml(markdown: string, parse: (text: string) => Root): string {
  try {
    return renderHtml(parse(markdown), markdown);
  } catch (error) {
    return `<!-- ${String(error)} -->`;
  }
}

/** Judges our parser by both judges or, without the second, by commonmark.js on texts without GFM. */
export function judge(
  markdown: string,
  parse: (text: string) => Root,
  second: CmarkGfm | undefined,
): Judgement {
  const ours = canonicalHtml(ourHtml(markdown, parse));
  if (second === undefined) {
    const judges = canonicalHtml(commonmarkJsHtml(markdown));
    if (ours === judges) return { standing: 'same', ours, judges };
    return { standing: constructsIn(markdown, parse) === 'core' ? 'core' : 'contested', ours, judges };
  }
  const judges = canonicalHtml(second.gfm(markdown));
  if (ours === judges) return { standing: 'same', ours, judges };
  const first = canonicalHtml(commonmarkJsHtml(markdown));
  if (first !== judges && first !== canonicalHtml(second.plain(markdown))) {
    return { standing: 'contested', ours, judges };
  }
  const widest = constructsIn(markdown, parse);
  return { standing: widest === 'core' && first !== judges ? 'gfm' : widest, ours, judges };
}

/** The widest set of constructs that our reading of a text uses; `core` when it cannot be read. */
export function constructsIn(markdown: string, parse: (text: string) => Root): 'core' | 'gfm' | 'extension' {
  let root: Root;
  try {
    root = parse(markdown);
  } catch {
    return 'core';
  }
  const widest = widestOf(root);
  return widest === 'core' && AUTOLINK_LITERAL.test(markdown) ? 'gfm' : widest;
}

function widestOf(node: Nodes): 'core' | 'gfm' | 'extension' {
  const task = node.type === 'listItem' && typeof node.checked === 'boolean';
  if (!CORE.has(node.type) && !GFM.has(node.type)) return 'extension';
  const inner = 'children' in node ? node.children.map(widestOf) : [];
  if (inner.includes('extension')) return 'extension';
  return task || GFM.has(node.type) || inner.includes('gfm') ? 'gfm' : 'core';
}
