import type { DialectNames } from './names.js';

const CENTRED = { align: 'center' } as const;
const FRAME = { width: 800, height: 600 } as const;

/** Docmost's names (0.95): TipTap's but for formulas. */
export const DOCMOST_NAMES: DialectNames = {
  prefix: 'docmost-',
  nodes: [
    { theirs: 'mathInline', ours: 'inlineMath', attributes: { text: 'latex' } },
    { theirs: 'mathBlock', ours: 'blockMath', attributes: { text: 'latex' } },
    { theirs: 'paragraph', ours: 'paragraph', defaults: { indent: 0 } },
    { theirs: 'heading', ours: 'heading', defaults: { indent: 0 } },
    { theirs: 'image', ours: 'image', defaults: CENTRED },
    { theirs: 'video', ours: 'video', defaults: CENTRED },
    { theirs: 'drawio', ours: 'drawio', defaults: CENTRED },
    { theirs: 'excalidraw', ours: 'excalidraw', defaults: CENTRED },
    { theirs: 'embed', ours: 'embed', defaults: { ...CENTRED, ...FRAME, provider: '' } },
    { theirs: 'pdf', ours: 'pdf', defaults: FRAME },
    { theirs: 'columns', ours: 'columns', defaults: { layout: 'two_equal', widthMode: 'normal' } },
    { theirs: 'status', ours: 'status', defaults: { color: 'gray' } },
  ],
  marks: [
    { theirs: 'link', ours: 'link', defaults: { target: null, rel: null, class: null, internal: false } },
    { theirs: 'comment', ours: 'comment', defaults: { resolved: false } },
  ],
  everywhere: { dir: 'auto' },
};
