import type { List, Nodes, Table } from 'mdast';
import type { Definition } from '../labels.js';
import { normalizeLabel } from '../parse/inline/label.js';
import { omit } from '../omit.js';
import type { Json } from '../tiptap.js';

type Canonical = Record<string, Json>;

/**
 * One text for all Markdown that renders the same: no positions, text with white space collapsed and neighbours
 * joined, references resolved, tables padded, a list's looseness instead of its blank lines.
 */
export function canonicalSyntax(node: Nodes, definitions: ReadonlyMap<string, Definition>): string {
  return JSON.stringify(canonical(node, definitions), sortedKeys);
}

/** Writes objects with their keys in one order. */
function sortedKeys(_key: string, value: Json): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What says how or where something was written. */
const IGNORED: ReadonlySet<string> = new Set([
  'position',
  'data',
  'children',
  'label',
  'spread',
  'referenceType',
]);

function canonical(node: Nodes, definitions: ReadonlyMap<string, Definition>): Json {
  const base: Canonical = {};
  for (const [key, value] of Object.entries(node)) {
    if (!IGNORED.has(key)) base[key] = toJson(value);
  }
  if ('identifier' in node) base['identifier'] = normalizeLabel(node.identifier);
  if ('alt' in node) base['alt'] = node.alt ?? '';
  if (node.type === 'table') return { ...base, ...canonicalTable(node, definitions) };
  if ('children' in node) base['children'] = canonicalChildren(node.children, definitions);
  if (node.type === 'list') return { ...base, ...canonicalList(node) };
  if (node.type === 'linkReference' || node.type === 'imageReference') {
    const definition = definitions.get(normalizeLabel(node.identifier));
    const type = node.type === 'linkReference' ? 'link' : 'image';
    return {
      ...omit(base, 'identifier'),
      type,
      url: definition?.url ?? node.identifier,
      title: definition?.title ?? null,
    };
  }
  return base;
}

function canonicalList(node: List): Canonical {
  return {
    start: node.ordered === true ? (node.start ?? 1) : null,
    loose: node.spread === true || node.children.some((item) => item.spread === true),
  };
}

function canonicalTable(node: Table, definitions: ReadonlyMap<string, Definition>): Canonical {
  const columns = Array.from({ length: node.children[0]?.children.length ?? 0 }, (_, column) => column);
  return {
    align: columns.map((column) => node.align?.[column] ?? null),
    rows: node.children.map((row) =>
      columns.map((column) => canonicalChildren(row.children[column]?.children ?? [], definitions)),
    ),
  };
}

function toJson(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}

function canonicalChildren(
  nodes: readonly Nodes[],
  definitions: ReadonlyMap<string, Definition>,
): readonly Json[] {
  const children: Json[] = [];
  let text: string | undefined;
  let afterBreak = false;
  const flush = (): void => {
    if (text !== undefined && text !== '') children.push({ type: 'text', value: text });
    text = undefined;
  };
  for (const node of nodes) {
    if (node.type === 'text') {
      const value = `${text ?? ''}${node.value}`.replace(/[ \t\n]+/g, ' ');
      text = afterBreak ? value.replace(/^ /, '') : value;
      continue;
    }
    flush();
    afterBreak = node.type === 'break' || (node.type === 'html' && /^<br ?\/?>$/.test(node.value));
    children.push(afterBreak ? { type: 'break' } : canonical(node, definitions));
  }
  flush();
  return children;
}
