import { getSchema, Mark, Node, type Extensions } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import StarterKit from '@tiptap/starter-kit';
import type { TiptapDocument } from '../../../server/src/convert/tiptap.js';

/** A node or mark of an official extension that is not a dependency here: its name, place and attributes. */
function atom(name: string, inline: boolean, attributes: readonly string[]): Node {
  return Node.create({
    name,
    group: inline ? 'inline' : 'block',
    inline,
    atom: true,
    addAttributes: () => Object.fromEntries(attributes.map((key) => [key, { default: null }])),
  });
}

function container(
  name: string,
  content: string,
  group: string | undefined,
  attributes: Record<string, unknown> = {},
): Node {
  return Node.create({
    name,
    content,
    ...(group === undefined ? {} : { group }),
    addAttributes: () =>
      Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { default: value }])),
  });
}

function mark(name: string, attributes: readonly string[] = []): Mark {
  return Mark.create({
    name,
    addAttributes: () => Object.fromEntries(attributes.map((key) => [key, { default: null }])),
  });
}

const cell = { colspan: 1, rowspan: 1, colwidth: null, align: null };

/** TipTap's official nodes and marks; images stand inside lines unless `blockImages`. */
function official(blockImages: boolean): Extensions {
  return [
    StarterKit,
    TaskList,
    TaskItem.configure({ nested: true }),
    atom('image', !blockImages, ['src', 'alt', 'title', 'width', 'height']),
    container('table', 'tableRow+', 'block'),
    container('tableRow', '(tableCell | tableHeader)*', undefined),
    container('tableCell', 'block+', undefined, cell),
    container('tableHeader', 'block+', undefined, cell),
    container('details', 'detailsSummary detailsContent', 'block', { open: false }),
    container('detailsSummary', 'text*', undefined),
    container('detailsContent', 'block+', undefined),
    container('callout', 'block+', 'block', { type: null }),
    atom('inlineMath', true, ['latex']),
    atom('blockMath', false, ['latex']),
    atom('mention', true, ['id', 'label', 'mentionSuggestionChar']),
    atom('emoji', true, ['name']),
    atom('youtube', false, ['src', 'start', 'width', 'height']),
    atom('twitch', false, ['src']),
    atom('audio', false, ['src']),
    mark('highlight', ['color']),
    mark('subscript'),
    mark('superscript'),
    mark('textStyle', ['color', 'backgroundColor', 'fontFamily', 'fontSize', 'lineHeight']),
  ];
}

/** What a plain TipTap platform takes. */
export const officialSchema = getSchema(official(false));

/** The same where images stand between paragraphs. */
export const officialBlockImageSchema = getSchema(official(true));

/** The official schema with our raw atoms, and code beside other marks. */
export const extendedSchema = extended(false);

/** The same where images stand between paragraphs. */
export const extendedBlockImageSchema = extended(true);

function extended(blockImages: boolean): typeof officialSchema {
  return getSchema([
    ...official(blockImages).filter((extension) => extension !== StarterKit),
    StarterKit.configure({ code: false }),
    Code.extend({ excludes: '' }),
    atom('rawBlock', false, ['kind', 'source', 'data', 'markup']),
    atom('rawInline', true, ['kind', 'source']),
  ]);
}

/** Throws when the document does not fit the schema. */
export function checkDocument(schema: typeof officialSchema, doc: TiptapDocument): void {
  schema.nodeFromJSON(doc).check();
}
