import { ATOM_BLOCK, ATOM_INLINE, COMMON_NODES, type Schema } from './shapes.js';

/** Outline's editor (1.9), under TipTap's names. */
export const OUTLINE_SCHEMA: Schema = {
  nodes: {
    ...COMMON_NODES,
    // An absent language is JavaScript there.
    codeBlock: { place: 'block', holds: 'code', native: { language: 'none' } },
    listItem: { place: 'part', holds: 'blocks' },
    taskItem: { place: 'part', holds: 'blocks' },
    details: { place: 'block', holds: 'details', lacks: ['open'] },
    callout: {
      place: 'block',
      holds: 'blocks',
      only: [
        'bulletList',
        'orderedList',
        'taskList',
        'blockquote',
        'horizontalRule',
        'paragraph',
        'heading',
        'codeBlock',
        'attachment',
      ],
      values: {
        type: { note: 'info', default: 'info', important: 'tip', danger: 'warning', caution: 'warning' },
      },
    },
    image: ATOM_INLINE,
    emoji: ATOM_INLINE,
    mention: { ...ATOM_INLINE, requires: ['id', 'label'], borrows: { id: 'label', label: 'id' } },
    video: ATOM_BLOCK,
    embed: { ...ATOM_BLOCK, requires: ['href'] },
    attachment: { ...ATOM_BLOCK, requires: ['title'] },
  },
  marks: ['bold', 'italic', 'strike', 'code', 'underline', 'link', 'highlight', 'placeholder', 'comment'],
  besideCode: { except: ['highlight', 'placeholder'] },
};
