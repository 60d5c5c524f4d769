import { Extension, getSchema, Mark, Node, type Extensions } from '@tiptap/core';
import { DetailsSummary } from '@tiptap/extension-details';
import { TableCell, TableHeader } from '@tiptap/extension-table';
import { officialExtensions } from '../support/officialExtensions.js';

type Attributes = Readonly<Record<string, unknown>>;

function attributes(given: Attributes): { addAttributes: () => Record<string, object> } {
  return {
    addAttributes: () =>
      Object.fromEntries(Object.entries(given).map(([name, value]) => [name, { default: value }])),
  };
}

function atom(name: string, given: Attributes = {}, place: 'block' | 'inline' = 'block'): Node {
  return Node.create({ name, group: place, inline: place === 'inline', atom: true, ...attributes(given) });
}

function container(name: string, content: string, given: Attributes = {}): Node {
  return Node.create({ name, group: 'block', content, ...attributes(given) });
}

const IN_CELLS =
  '(paragraph | heading | bulletList | orderedList | taskList | blockquote | callout | image | video | audio | subpages | attachment | mathBlock | details | codeBlock)+';

/** Official extensions that Docmost has not, or has in another form. */
const OTHERS: ReadonlySet<string> = new Set([
  'Mathematics',
  'emoji',
  'twitch',
  'audio',
  'mention',
  'image',
  'tableKit',
  'detailsSummary',
]);

const MEDIA = { src: '', align: 'center', width: null, height: null, size: null, attachmentId: null };

const EXTENSIONS: Extensions = [
  ...officialExtensions({ blockImages: true }).filter(({ name }) => !OTHERS.has(name)),
  ...officialExtensions({ blockImages: true }).flatMap((extension) =>
    extension.name === 'tableKit' ? [extension.configure({ tableCell: false, tableHeader: false })] : [],
  ),
  TableCell.extend({ content: IN_CELLS }),
  TableHeader.extend({ content: IN_CELLS }),
  DetailsSummary.extend({ content: 'inline*' }),
  atom('mathInline', { text: '' }, 'inline'),
  atom('mathBlock', { text: '' }),
  container('callout', 'block+', { type: 'info', icon: null }),
  atom('image', { ...MEDIA, alt: null, title: null, aspectRatio: null }),
  atom('video', { ...MEDIA, alt: null }),
  atom('audio', { src: '', attachmentId: null, size: null }),
  atom('pdf', { src: '', name: null, width: 800, height: 600 }),
  atom('drawio', MEDIA),
  atom('excalidraw', MEDIA),
  atom('embed', { src: '', provider: '', align: 'center', width: 800, height: 600 }),
  atom('attachment', { url: '', name: null, mime: null, size: null, attachmentId: null }),
  atom('subpages'),
  atom('pageBreak'),
  atom('base', { pageId: null }),
  container('columns', 'column+', { layout: 'two_equal', widthMode: 'normal' }),
  container('column', 'block+', { width: null }),
  atom('status', { text: '', color: 'gray' }, 'inline'),
  container('transclusionSource', 'block+', { id: null }),
  atom('transclusionReference', { sourcePageId: null, transclusionId: null }),
  atom(
    'mention',
    {
      id: null,
      label: null,
      entityType: null,
      entityId: null,
      slugId: null,
      creatorId: null,
      anchorId: null,
    },
    'inline',
  ),
  Mark.create({ name: 'comment', ...attributes({ commentId: null, resolved: false }) }),
  Extension.create({
    name: 'docmostAttributes',
    addGlobalAttributes: () => [
      { types: ['heading', 'paragraph'], attributes: { indent: { default: 0 } } },
      { types: ['link'], attributes: { internal: { default: false } } },
    ],
  }),
];

/** Docmost's schema: official extensions, and its own nodes as reference pages and its public editor describe them. */
export const docmostSchema = getSchema(EXTENSIONS);
