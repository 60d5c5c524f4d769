import type { Schema } from '@tiptap/pm/model';
import { omit } from '../../server/src/convert/omit.js';
import type { Json, TiptapDocument, TiptapMark, TiptapNode } from '../../server/src/convert/tiptap.js';

/** Why a document does not fit the schema; undefined when it fits. */
export function schemaProblem(schema: Schema, doc: TiptapDocument): string | undefined {
  try {
    schema.nodeFromJSON(doc).check();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The document as an editor with this schema gives it back: every declared attribute, no other, marks in its order. */
export function throughEditor(schema: Schema, doc: TiptapDocument): TiptapDocument {
  // What `toJSON` gives is typed `any`; its shape is ProseMirror's contract.
  const json = schema.nodeFromJSON(doc).toJSON() as TiptapNode;
  return { ...json, type: 'doc' };
}

/** The document without the attributes that the schema does not declare; the order of marks stays. */
export function declaredOnly(schema: Schema, doc: TiptapDocument): TiptapDocument {
  return { ...declaredNode(schema, doc), type: 'doc' };
}

/** Keys keep their order: what is carried as JSON shows it. */
function declaredNode(schema: Schema, node: TiptapNode): TiptapNode {
  const attrs = declaredAttributes(node.attrs, schema.nodes[node.type]?.spec.attrs ?? {});
  const content = node.content?.map((child) => declaredNode(schema, child));
  const marks = node.marks?.map((mark) => declaredMark(schema, mark));
  return {
    ...(attrs === undefined ? omit(node, 'attrs') : { ...node, attrs }),
    ...(content === undefined ? {} : { content }),
    ...(marks === undefined ? {} : { marks }),
  };
}

function declaredMark(schema: Schema, mark: TiptapMark): TiptapMark {
  const attrs = declaredAttributes(mark.attrs, schema.marks[mark.type]?.spec.attrs ?? {});
  return attrs === undefined ? omit(mark, 'attrs') : { ...mark, attrs };
}

type Attributes = NonNullable<TiptapNode['attrs']>;

function declaredAttributes(
  attrs: Attributes | undefined,
  declared: Readonly<Record<string, unknown>>,
): Attributes | undefined {
  const kept = Object.entries(attrs ?? {}).filter(([name]) => Object.hasOwn(declared, name));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/**
 * One text for all documents that a schema holds as the same: read by it, null and default attributes dropped,
 * neighbouring texts with equal marks joined. Throws when the document does not fit the schema.
 */
export function editorText(schema: Schema, doc: TiptapDocument): string {
  const node = schema.nodeFromJSON(doc);
  node.check();
  return JSON.stringify(plainNode(schema, node.toJSON() as TiptapNode));
}

function plainNode(schema: Schema, node: TiptapNode): TiptapNode {
  const defaults = schema.nodes[node.type]?.spec.attrs ?? {};
  const attrs = plainAttributes(node.attrs, defaults);
  const marks = node.marks?.map((mark) => {
    const kept = plainAttributes(mark.attrs, schema.marks[mark.type]?.spec.attrs ?? {});
    return { type: mark.type, ...(kept === undefined ? {} : { attrs: kept }) };
  });
  const content = joined(node.content ?? []).map((child) => plainNode(schema, child));
  return {
    type: node.type,
    ...(attrs === undefined ? {} : { attrs }),
    ...(content.length === 0 ? {} : { content }),
    ...(marks === undefined || marks.length === 0 ? {} : { marks }),
    ...(node.text === undefined ? {} : { text: node.text }),
  };
}

function plainAttributes(
  attrs: Attributes | undefined,
  declared: Readonly<Record<string, { readonly default?: unknown }>>,
): Attributes | undefined {
  const kept = Object.entries(attrs ?? {})
    .filter(([name, value]) => !saysNothing(value, declared[name]?.default))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function saysNothing(value: Json, byDefault: unknown): boolean {
  return value === null || JSON.stringify(value) === JSON.stringify(byDefault);
}

function joined(content: readonly TiptapNode[]): readonly TiptapNode[] {
  const nodes: TiptapNode[] = [];
  for (const node of content) {
    const before = nodes.at(-1);
    if (
      before?.text !== undefined &&
      node.text !== undefined &&
      JSON.stringify(before.marks) === JSON.stringify(node.marks)
    ) {
      nodes[nodes.length - 1] = { ...before, text: before.text + node.text };
    } else {
      nodes.push(node);
    }
  }
  return nodes;
}
