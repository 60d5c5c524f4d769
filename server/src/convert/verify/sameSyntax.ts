import type { Code, List, Nodes } from 'mdast';
import type { Definition } from '../labels.js';
import { canonicalSyntax } from './canonicalSyntax.js';

type Definitions = ReadonlyMap<string, Definition>;

/** Whether two trees render the same; as comparing their canonicalSyntax, but quick. */
export function sameSyntax(a: Nodes, b: Nodes, definitions: Definitions): boolean {
  return isAlike(a, b) || canonicalSyntax(a, definitions) === canonicalSyntax(b, definitions);
}

/** Nodes that are what their text is, and nodes that are what their children are. */
const VALUES: ReadonlySet<string> = new Set([
  'text',
  'inlineCode',
  'html',
  'inlineMath',
  'emoji',
  'verbatim',
  'inlineVerbatim',
]);
const PARENTS: ReadonlySet<string> = new Set(['paragraph', 'blockquote', 'emphasis', 'strong', 'delete']);

/** Whether two trees are the same node for node; false also where they only may render the same. */
function isAlike(a: Nodes, b: Nodes): boolean {
  if (a.type !== b.type) return false;
  if (VALUES.has(a.type)) return 'value' in a && 'value' in b && a.value === b.value;
  if (PARENTS.has(a.type)) return alikeChildren(a, b);
  if (a.type === 'break' || a.type === 'thematicBreak') return true;
  if (a.type === 'heading' && b.type === 'heading') return a.depth === b.depth && alikeChildren(a, b);
  if (a.type === 'code' && b.type === 'code') return alikeCode(a, b);
  if (a.type === 'link' && b.type === 'link') {
    return a.url === b.url && a.title === b.title && alikeChildren(a, b);
  }
  if (a.type === 'list' && b.type === 'list') {
    const same = a.ordered === b.ordered && a.start === b.start && isLoose(a) === isLoose(b);
    return same && alikeChildren(a, b);
  }
  return a.type === 'listItem' && b.type === 'listItem' && a.checked === b.checked && alikeChildren(a, b);
}

function alikeCode(a: Code, b: Code): boolean {
  const same = a.value === b.value && a.lang === b.lang && a.meta === b.meta;
  return same && a.data?.emptyLine === b.data?.emptyLine;
}

function isLoose(list: List): boolean {
  return list.spread === true || list.children.some(({ spread }) => spread === true);
}

function alikeChildren(a: Nodes, b: Nodes): boolean {
  if (!('children' in a) || !('children' in b) || a.children.length !== b.children.length) return false;
  for (let at = 0; at < a.children.length; at += 1) {
    const one = a.children[at];
    const other = b.children[at];
    if (one === undefined || other === undefined || !isAlike(one, other)) return false;
  }
  return true;
}
