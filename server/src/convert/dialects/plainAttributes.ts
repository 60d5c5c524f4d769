import { NATIVE, attribute, isStyle, type Attributes } from '../attributes.js';
import { omit } from '../omit.js';
import type { Json, TiptapMark, TiptapNode } from '../tiptap.js';
import type { Shape } from './shapes.js';

/** Attributes of ours that no platform's schema knows, by node; those that are style go everywhere. */
const OURS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    bulletList: ['tight', 'itemSpread'],
    orderedList: ['tight', 'itemSpread'],
    taskList: ['tight', 'itemSpread'],
    listItem: ['spread', 'checked'],
    taskItem: ['spread'],
    codeBlock: ['meta'],
  }),
);

const NONE: readonly string[] = [];

/** A node without attributes of ours, with those that the platform wants under the values that it knows. */
export function plainAttributes(node: TiptapNode, shape: Shape | undefined): TiptapNode {
  const left = new Set([...(OURS.get(node.type) ?? NONE), ...(shape?.lacks ?? NONE)]);
  const kept = Object.entries(node.attrs ?? {})
    .filter(([name]) => !isStyle(name) && !left.has(name))
    .map(([name, value]): [string, Json] => [name, valueOf(node.type, name, value, shape)]);
  const attrs: Record<string, Json> = Object.fromEntries(kept);
  for (const [name, other] of Object.entries(shape?.borrows ?? {})) {
    const value = attribute(node, name) ?? attribute(node, other);
    if (value !== null) attrs[name] = value;
  }
  const native = Object.entries(shape?.native ?? {}).filter(([name]) => attribute(node, name) === null);
  if (native.length > 0) attrs[NATIVE] = { attrs: Object.fromEntries(native) };
  return withAttrs(node, attrs);
}

/** A mark without attributes of ours. */
export function plainMark(mark: TiptapMark): TiptapMark {
  if (mark.attrs === undefined) return mark;
  return withAttrs(mark, Object.fromEntries(Object.entries(mark.attrs).filter(([name]) => !isStyle(name))));
}

/** Whether a node has every attribute that its kind needs. */
export function hasRequired(node: TiptapNode, shape: Shape): boolean {
  return (shape.requires ?? NONE).every((name) => attribute(node, name) !== null);
}

function valueOf(type: string, name: string, value: Json, shape: Shape | undefined): Json {
  if (type === 'heading' && name === 'level') return levelOf(value);
  const known = Object.entries(shape?.values?.[name] ?? {}).find(([ours]) => ours === value);
  return known?.[1] ?? value;
}

/** The nearest level that a heading can have. */
function levelOf(value: Json): Json {
  return typeof value === 'number' ? Math.min(6, Math.max(1, Math.round(value))) : 1;
}

function withAttrs(node: TiptapNode, attrs: Attributes): TiptapNode {
  const { type, ...rest } = omit(node, 'attrs');
  return Object.keys(attrs).length === 0 ? { type, ...rest } : { type, attrs, ...rest };
}
