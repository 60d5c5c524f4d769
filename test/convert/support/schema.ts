import { Extension, getSchema, Node } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import type { TiptapDocument } from '../../../server/src/convert/tiptap.js';
import { officialExtensions } from './officialExtensions.js';

/** One of our raw atoms: source that TipTap has no node for. */
function rawAtom(name: string, inline: boolean, attributes: readonly string[]): Node {
  return Node.create({
    name,
    group: inline ? 'inline' : 'block',
    inline,
    atom: true,
    addAttributes: () => Object.fromEntries(attributes.map((key) => [key, { default: null }])),
  });
}

/** Callouts as platforms whose images are blocks have them (Docmost). */
const callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  addAttributes: () => ({ type: { default: null }, icon: { default: null } }),
});

const ourAttributes = Extension.create({
  name: 'docbridgeAttributes',
  addGlobalAttributes: () => [
    { types: ['link', 'image'], attributes: { ref: { default: null }, refType: { default: null } } },
    { types: ['codeBlock'], attributes: { meta: { default: null } } },
    {
      types: ['bulletList', 'orderedList', 'taskList'],
      attributes: { tight: { default: true }, itemSpread: { default: null } },
    },
    { types: ['listItem', 'taskItem'], attributes: { spread: { default: null } } },
    { types: ['listItem'], attributes: { checked: { default: null } } },
  ],
});

/** What a plain TipTap platform takes. */
export const officialSchema = getSchema(officialExtensions());

/** The same where images stand between paragraphs, and with callouts. */
export const officialBlockImageSchema = getSchema([...officialExtensions({ blockImages: true }), callout]);

/** The official schema with our raw atoms and attributes, and code beside other marks. */
export const extendedSchema = extended(false);

/** The same where images stand between paragraphs, and with callouts. */
export const extendedBlockImageSchema = extended(true);

function extended(blockImages: boolean): typeof officialSchema {
  return getSchema([
    ...officialExtensions({ blockImages, starterKit: { code: false } }),
    ...(blockImages ? [callout] : []),
    Code.extend({ excludes: '' }),
    rawAtom('rawBlock', false, ['kind', 'source', 'data']),
    rawAtom('rawInline', true, ['kind', 'source']),
    ourAttributes,
  ]);
}

/** Throws when the document does not fit the schema. */
export function checkDocument(schema: typeof officialSchema, doc: TiptapDocument): void {
  schema.nodeFromJSON(doc).check();
}
