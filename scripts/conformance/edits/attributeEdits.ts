import type { Json, TiptapDocument } from '../../../server/src/convert/tiptap.js';
import { nodeAt, replaceNode, type Path } from './changeNode.js';
import type { Edit } from './Edit.js';
import { parts } from './textEdits.js';

const CHANGES: Readonly<Record<string, Readonly<Record<string, (value: Json) => Json>>>> = {
  heading: { level: (level) => (level === 2 ? 3 : 2) },
  codeBlock: { language: (language) => (language === 'raw' ? language : 'zqlang') },
  taskItem: { checked: (checked) => checked !== true },
  image: { alt: () => 'zq alt', src: () => 'zq.png' },
  inlineMath: { latex: () => 'z_q' },
  blockMath: { latex: () => 'z_q' },
  mention: { label: () => 'Zq' },
};

/** Edits of one attribute of a node; `block` is what may change with it. */
export function attributeEdits(doc: TiptapDocument, path: Path, block: Path, where: string): readonly Edit[] {
  const node = nodeAt(doc, path);
  if (node === undefined) return [];
  const edits = Object.entries(CHANGES[node.type] ?? {}).map(([name, change]): Edit => ({
    kind: `${name} of ${node.type} ${where}`,
    structural: false,
    words: false,
    apply: () => {
      const attrs = { ...node.attrs, [name]: change(node.attrs?.[name] ?? null) };
      const changed = replaceNode(doc, path, { ...node, attrs });
      return { doc: changed, ...parts(doc, changed, block) };
    },
  }));
  const link = node.marks?.find(({ type }) => type === 'link');
  // What a reference points to stands elsewhere, in another block.
  if (link === undefined || node.type !== 'text' || (link.attrs?.['ref'] ?? null) !== null) return edits;
  return [...edits, hrefEdit(doc, path, block, where)];
}

function hrefEdit(doc: TiptapDocument, path: Path, block: Path, where: string): Edit {
  return {
    kind: `href of link ${where}`,
    structural: false,
    words: false,
    apply: () => {
      const node = nodeAt(doc, path);
      if (node === undefined) return { doc };
      const marks = (node.marks ?? []).map((mark) =>
        mark.type === 'link' ? { ...mark, attrs: { ...mark.attrs, href: 'https://zq.example/a' } } : mark,
      );
      const changed = replaceNode(doc, path, { ...node, marks });
      return { doc: changed, ...parts(doc, changed, block) };
    },
  };
}
