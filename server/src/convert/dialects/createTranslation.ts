import { NATIVE, type Attributes } from '../attributes.js';
import { omit } from '../omit.js';
import type { Json, TiptapDocument, TiptapNode } from '../tiptap.js';
import { isRecord, nativeOf, type Native } from './attributeTable.js';
import { indexKinds, type Kinds } from './kinds.js';
import { OUR_PREFIX } from './namePairs.js';
import type { DialectNames } from './names.js';

/** Renames whole documents. Whatever document is given, `fromTiptap(toTiptap(doc))` says exactly the same. */
export interface Translation {
  readonly toTiptap: (doc: TiptapDocument) => TiptapDocument;
  readonly fromTiptap: (doc: TiptapDocument) => TiptapDocument;
}

/** Both directions of a dialect's names. */
export function createTranslation(dialect: DialectNames): Translation {
  const nodes = indexKinds(dialect.nodes, dialect.prefix, dialect.everywhere ?? {});
  const marks = indexKinds(dialect.marks, dialect.prefix, {});
  const toOurs = (node: TiptapNode): TiptapNode =>
    renamed(
      mapParts(node, toOurs, (mark) => renamed(mark, marks)),
      nodes,
    );
  const toTheirs = (node: TiptapNode): TiptapNode =>
    mapParts(restored(node, nodes), toTheirs, (mark) => restored(mark, marks));
  return {
    toTiptap: (doc) => ({ ...toOurs(doc), type: 'doc' }),
    fromTiptap: (doc) => ({ ...toTheirs(doc), type: 'doc' }),
  };
}

/** Content and marks renamed; what is no list stays. */
function mapParts(
  node: TiptapNode,
  child: (node: TiptapNode) => TiptapNode,
  mark: (mark: TiptapNode) => TiptapNode,
): TiptapNode {
  const { content, marks } = node;
  return {
    ...node,
    ...(Array.isArray(content) ? { content: content.map(child) } : {}),
    ...(Array.isArray(marks) ? { marks: marks.map(mark) } : {}),
  };
}

/** A node or mark under TipTap's name; its parts have theirs already. */
function renamed(node: TiptapNode, kinds: Kinds): TiptapNode {
  const known = kinds.byTheirs.get(node.type);
  if (known === undefined) return renamedOther(node, kinds, kinds.names.toOurs(node.type));
  const attrs = attributesOf(node);
  const ours = attrs === undefined ? undefined : known.table.toOurs(attrs);
  const formed =
    attrs === undefined && node.attrs !== undefined
      ? undefined
      : known.form.toOurs(ours === undefined ? node : { ...node, attrs: ours.attrs });
  if (formed === undefined) return renamedOther(node, kinds, kinds.prefix + node.type);
  const native: Native = {
    ...(known.name === undefined ? {} : { name: known.name }),
    ...(formed.note === undefined ? {} : { form: formed.note }),
  };
  const grown = !isEmpty(formed.node.attrs ?? {}) || !isEmpty(native);
  const silent = ours !== undefined && (!isEmpty(ours.silent) || (isEmpty(ours.attrs) && grown));
  return {
    ...withNative(formed.node, silent ? { ...native, attrs: ours.silent } : native),
    type: known.ours,
  };
}

function renamedOther(node: TiptapNode, kinds: Kinds, type: string): TiptapNode {
  const attrs = attributesOf(node);
  if (attrs === undefined) return { ...node, type };
  const ours = kinds.others.toOurs(attrs);
  return withNative({ ...node, type, attrs: ours.attrs }, isEmpty(ours.silent) ? {} : { attrs: ours.silent });
}

/** The reverse of `renamed`; the parts are yet to come. */
function restored(node: TiptapNode, kinds: Kinds): TiptapNode {
  const native = nativeOf(attributesOf(node));
  const known = kinds.byOurs(node.type, native.name);
  if (known === undefined) return restoredOther(node, kinds, kinds.names.toTheirs(node.type), native);
  const formed = known.form.toTheirs(node, native.form);
  if (formed === undefined) return restoredOther(node, kinds, OUR_PREFIX + node.type, native);
  const attrs = attributesOf(formed);
  const theirs = attrs === undefined ? undefined : known.table.toTheirs(attrs, native);
  return withAttributesOf(formed, known.theirs, theirs, native, node);
}

function restoredOther(node: TiptapNode, kinds: Kinds, type: string, native: Native): TiptapNode {
  const attrs = attributesOf(node);
  return withAttributesOf(
    node,
    type,
    attrs === undefined ? undefined : kinds.others.toTheirs(attrs, native),
    native,
    node,
  );
}

/** Empty attributes are written only where they stood empty before. */
function withAttributesOf(
  node: TiptapNode,
  type: string,
  attrs: Attributes | undefined,
  native: Native,
  before: TiptapNode,
): TiptapNode {
  if (attrs === undefined) return { ...node, type };
  const wasEmpty = before.attrs !== undefined && isEmpty(before.attrs);
  if (isEmpty(attrs) && native.attrs === undefined && !wasEmpty) return { ...omit(node, 'attrs'), type };
  return { ...node, type, attrs };
}

function withNative(node: TiptapNode, native: Native): TiptapNode {
  return isEmpty(native) ? node : { ...node, attrs: { ...node.attrs, [NATIVE]: { ...native } } };
}

/** Attributes that are an object; a platform's JSON may hold null there. */
function attributesOf(node: TiptapNode): Attributes | undefined {
  const attrs: Json | undefined = node.attrs;
  return isRecord(attrs) ? attrs : undefined;
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}
