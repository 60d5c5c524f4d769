import { markupOf, withMarkup } from '../attributes.js';
import type { Json, TiptapMark, TiptapNode } from '../tiptap.js';

/** What is not remembered because it is usual. */
const USUAL: ReadonlyMap<string, Readonly<Record<string, Json>>> = new Map<
  string,
  Readonly<Record<string, Json>>
>(
  Object.entries({
    bulletList: { bullet: '-' },
    taskList: { bullet: '-' },
    orderedList: { delimiter: '.' },
    horizontalRule: { rule: '---' },
    codeBlock: { fence: '```' },
    hardBreak: { break: '\\\n' },
    italic: { delimiter: '*' },
    bold: { delimiter: '**' },
    link: { form: 'angle' },
  }),
);

/** A node that was read and its marks, with how they were written spelled out where that was the usual way. */
export function spellStyle(node: TiptapNode): TiptapNode {
  const spelled = spell(node);
  if (spelled.marks === undefined) return spelled;
  return { ...spelled, marks: spelled.marks.map((mark) => spell<TiptapMark>(mark)) };
}

function spell<T extends TiptapNode | TiptapMark>(carrier: T): T {
  const usual = USUAL.get(carrier.type);
  if (usual === undefined) return carrier;
  return withMarkup(carrier, { ...usual, ...markupOf(carrier) });
}
