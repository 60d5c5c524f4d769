import type { Nodes } from 'mdast';
import { positionDifference } from './positionDifference.js';

const FIELDS = [
  'type',
  'value',
  'depth',
  'ordered',
  'start',
  'spread',
  'checked',
  'lang',
  'meta',
  'align',
  'url',
  'title',
  'alt',
  'identifier',
  'label',
  'referenceType',
] as const;

/**
 * Where our tree of a text first differs from mdast-util-from-markdown's, in words, or undefined. Null, undefined and a
 * missing field count as equal. Meant to differ, and let pass:
 * - a line feed in a code span is a space to us (CommonMark 0.31.2, section 6.1), and what indents a line of a
 *   paragraph is not part of code spans and tags in it (section 4.8);
 * - white space within a label, behind an info string, after a task's box, and the line feed that ends an HTML block at the end of a text;
 * - the offsets that positionDifference lets pass.
 */
export function treeDifference(ours: Nodes, theirs: Nodes, source: string): string | undefined {
  return differing(ours, theirs, source, ours.type);
}

function differing(ours: Nodes, theirs: Nodes, source: string, path: string): string | undefined {
  for (const field of FIELDS) {
    const [left, right] = [told(ours, field), told(theirs, field)];
    if (left !== right) return `${path}: ${field} ${left} instead of ${right}`;
  }
  const moved = positionDifference(ours, theirs, source);
  if (moved !== undefined) return `${path}: ${moved}`;
  const [inside, wanted] = [childrenOf(ours), childrenOf(theirs)];
  for (const [index, child] of inside.entries()) {
    const other = wanted[index];
    if (other === undefined) break;
    const task = ours.type === 'listItem' && typeof ours.checked === 'boolean' && index === 0;
    const expected = task ? withoutIndent(other) : other;
    const found = differing(child, expected, source, `${path}/${index}:${child.type}`);
    if (found !== undefined) return found;
  }
  if (inside.length === wanted.length) return undefined;
  const types = (nodes: readonly Nodes[]): string => nodes.map(({ type }) => type).join(' ');
  return `${path}: ${types(inside)} instead of ${types(wanted)}`;
}

function told(node: Nodes, field: (typeof FIELDS)[number]): string {
  const fields: Partial<Record<string, unknown>> = { ...node };
  const value = fields[field] ?? null;
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field === 'label') return value.replace(/[ \t\n]+/g, ' ').trim();
  if (field === 'meta') return value.trimEnd();
  if (node.type === 'inlineCode') return value.replace(/[ \t\n]+/g, ' ');
  return node.type === 'html' ? value.replace(/\n+$/, '').replace(/\n[ \t]+/g, '\n') : value;
}

/** A task's paragraph without the spaces that its first text begins with. */
function withoutIndent(node: Nodes): Nodes {
  const [first, ...rest] = node.type === 'paragraph' ? node.children : [];
  if (node.type !== 'paragraph' || first?.type !== 'text') return node;
  return { ...node, children: [{ ...first, value: first.value.trimStart() }, ...rest] };
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : [];
}
