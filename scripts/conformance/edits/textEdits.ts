import type { TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { nodeAt, replaceNode, type Path } from './changeNode.js';
import { isDefinition } from './isDefinition.js';
import type { Edit } from './Edit.js';
import type { Random } from './Random.js';

const HOSTILE = [
  '*',
  '_x_',
  '|',
  '<b>',
  '&amp;',
  '# a',
  '1. b',
  '`',
  '[c](d)',
  '~~',
  '\\',
  '$x$',
  'http://e.org/f_g',
] as const;

/** Edits of one text: words come, go or change; Markdown's own characters come. `block` is what may change with it. */
export function textEdits(doc: TiptapDocument, path: Path, block: Path, where: string): readonly Edit[] {
  const node = nodeAt(doc, path);
  const text = node?.text;
  if (node === undefined || text === undefined || isDefinition(nodeAt(doc, block))) return [];
  const edit = (name: string, words: boolean, change: (random: Random) => string): Edit => ({
    kind: `${name} ${where}`,
    structural: false,
    words,
    apply: (random) => {
      const changed = replaceNode(doc, path, { ...node, text: change(random) });
      return { doc: changed, ...parts(doc, changed, block) };
    },
  });
  const boundaries = [...text.matchAll(/(?<=\p{L})(?= )|(?<=\p{L})$/gu)].map(({ index }) => index);
  const edits = [
    edit('syntax in', false, (random) => inserted(text, random.pick([0, text.length]), random.pick(HOSTILE))),
  ];
  if (boundaries.length > 0) {
    edits.push(
      edit('a new word in', true, (random) =>
        inserted(text, random.pick(boundaries), ` zq${random.below(1000)}`),
      ),
      edit('syntax within', false, (random) =>
        inserted(text, random.pick(boundaries), ` ${random.pick(HOSTILE)}`),
      ),
    );
  }
  const words = [...text.matchAll(/(?<=^| )[A-Za-z]{2,}(?= |$)/g)];
  if (words.length > 1) {
    edits.push(
      edit('another word in', true, (random) => {
        const word = random.pick(words);
        return `${text.slice(0, word.index)}zq${random.below(1000)}${text.slice(word.index + word[0].length)}`;
      }),
      edit('a word less in', true, (random) => {
        const word = random.pick(words);
        return `${text.slice(0, word.index)}${text.slice(word.index + word[0].length).replace(/^ /, '')}`;
      }),
    );
  }
  return edits;
}

/** The changed block before and after. */
export function parts(
  doc: TiptapDocument,
  changed: TiptapDocument,
  block: Path,
): { readonly before?: TiptapNode; readonly after?: TiptapNode } {
  const before = nodeAt(doc, block);
  const after = nodeAt(changed, block);
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function inserted(text: string, at: number, piece: string): string {
  return `${text.slice(0, at)}${piece}${text.slice(at)}`;
}
