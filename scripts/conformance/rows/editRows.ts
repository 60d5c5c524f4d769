import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import type { TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';
import { extendedSchema, officialSchema } from '../../../test/convert/support/schema.js';
import { attempt } from '../attempt.js';
import type { Edit, Edited } from '../edits/Edit.js';
import { diffLines } from '../edits/diffLines.js';
import { editsOf, isInCell } from '../edits/editsOf.js';
import { outsideLines } from '../edits/outsideLines.js';
import { Random } from '../edits/Random.js';
import { rowOf, type Failure, type Row } from '../Row.js';
import { declaredOnly, editorText, schemaProblem, throughEditor } from '../schemaView.js';
import { firstDifference, shorten } from '../shorten.js';
import type { Text } from './markdownRows.js';

/** What the platform holds: a plain TipTap's document, or ours with or without what no schema declares. */
type Holder = 'official' | 'declared' | 'asRead';

const HOLDERS: readonly Holder[] = ['official', 'declared', 'official', 'asRead'];

interface Tally {
  readonly kinds: Map<string, number>;
  readonly outside: Failure[];
  readonly unequal: Failure[];
  readonly wide: Failure[];
  readonly cells: Failure[];
  edits: number;
  outsideCount: number;
  wordEdits: number;
  cellEdits: number;
}

/** Edits of one block each, written over their base: which lines change, and what is read back. */
export function editRows(texts: readonly Text[], editsEach: number, what: string): readonly Row[] {
  const tally: Tally = {
    kinds: new Map(),
    outside: [],
    unequal: [],
    wide: [],
    cells: [],
    edits: 0,
    outsideCount: 0,
    wordEdits: 0,
    cellEdits: 0,
  };
  for (const text of texts) editText(text, editsEach, tally);
  const { edits, kinds } = tally;
  return [
    {
      what: `one block edited -> lines changed outside that block, ${what}`,
      best: 'all rewrite',
      goal: '0',
      passed: tally.outsideCount,
      total: edits,
      unit: 'count',
      met: edits === 0 ? undefined : tally.outside.length === 0,
      note: `in ${tally.outside.length} of ${edits} edits of ${kinds.size} kinds`,
      failures: tally.outside,
    },
    rowOf({ what: '- read again it is the edited document', total: edits, failures: tally.unequal }),
    rowOf({
      what: '- one word of a text edited -> one line changed',
      total: tally.wordEdits,
      failures: tally.wide,
      judged: false,
    }),
    rowOf({
      what: "- one cell edited -> no other cell's bytes changed",
      total: tally.cellEdits,
      failures: tally.cells,
    }),
  ];
}

function editText(text: Text, editsEach: number, tally: Tally): void {
  for (let count = 0; count < editsEach; count += 1) {
    const random = new Random(`${text.id} ${count}`);
    const holder = random.pick(HOLDERS);
    const base = attempt(() => heldDocument(text.markdown, holder));
    if ('failure' in base) continue;
    const edits = editsOf(base.value);
    if (edits.length === 0) continue;
    // Rare kinds as often as common ones.
    const kind = random.pick([...new Set(edits.map((each) => each.kind))]);
    const edit = random.pick(edits.filter((each) => each.kind === kind));
    const edited = edit.apply(random);
    const schema = holder === 'official' ? officialSchema : extendedSchema;
    if (schemaProblem(schema, edited.doc) !== undefined) continue;
    const id = `${text.id} #${count} ${holder}, ${edit.kind}`;
    tally.edits += 1;
    tally.kinds.set(edit.kind, (tally.kinds.get(edit.kind) ?? 0) + 1);
    judgeEdit({ id, markdown: text.markdown, base: base.value, edit, edited, holder }, tally);
  }
}

function heldDocument(markdown: string, holder: Holder): TiptapDocument {
  if (holder === 'official') {
    return throughEditor(officialSchema, markdownToTiptap(markdown, { schema: 'official' }).value.doc);
  }
  const { doc } = markdownToTiptap(markdown).value;
  return holder === 'declared' ? declaredOnly(extendedSchema, doc) : doc;
}

interface Attempted {
  readonly id: string;
  readonly markdown: string;
  readonly base: TiptapDocument;
  readonly edit: Edit;
  readonly edited: Edited;
  readonly holder: Holder;
}

function judgeEdit({ id, markdown, base, edit, edited, holder }: Attempted, tally: Tally): void {
  const written = attempt(
    () => tiptapToMarkdown({ doc: edited.doc }, { base: { markdown, tiptap: base } }).value,
  );
  if ('failure' in written) {
    tally.unequal.push({ id, detail: written.failure });
    return;
  }
  const { outside, changed } = outsideLines(markdown, written.value, edit, edited);
  if (outside.length > 0) {
    tally.outsideCount += outside.length;
    tally.outside.push({ id, detail: shorten(outside.join(''), 300) });
  }
  if (edit.words && edited.before?.type !== 'codeBlock') {
    tally.wordEdits += 1;
    if (changed > 2) tally.wide.push({ id, detail: changedText(markdown, written.value) });
  }
  if (!edit.structural && isInCell(edit.kind)) {
    tally.cellEdits += 1;
    if (changesOtherCell(markdown, written.value)) {
      tally.cells.push({ id, detail: changedText(markdown, written.value) });
    }
  }
  const read = attempt(() => {
    const options = holder === 'official' ? { schema: 'official' as const } : {};
    const { doc } = markdownToTiptap(written.value, options).value;
    return { expected: comparable(edited.doc, holder, edit), found: comparable(doc, holder, edit) };
  });
  if ('failure' in read) tally.unequal.push({ id, detail: read.failure });
  else if (read.value.expected !== read.value.found) {
    tally.unequal.push({ id, detail: firstDifference(read.value.expected, read.value.found) });
  }
}

function changedText(before: string, after: string): string {
  const { removed, added } = diffLines(before, after);
  return shorten([...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)].join(''), 400);
}

/** Whether what differs within one line of a GFM table crosses a border between cells. */
function changesOtherCell(before: string, after: string): boolean {
  const { removed, added } = diffLines(before, after);
  const [old = '', ...more] = removed;
  const [fresh = ''] = added;
  if (more.length > 0 || added.length !== 1 || !old.includes('|')) return false;
  let start = 0;
  while (start < old.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, fresh.length) - start && old.at(-1 - end) === fresh.at(-1 - end))
    end += 1;
  return /(?<!\\)\|/.test(old.slice(start, old.length - end).replace(/`[^`]*`/g, ''));
}

/** What both must agree in; where blocks came or went, how far apart the items of lists stand is free. */
function comparable(doc: TiptapDocument, holder: Holder, edit: Edit): string {
  const schema = holder === 'official' ? officialSchema : extendedSchema;
  return editorText(schema, edit.structural ? { ...withoutSpread(doc), type: 'doc' } : doc);
}

function withoutSpread(node: TiptapNode): TiptapNode {
  const attrs = Object.entries(node.attrs ?? {}).filter(
    ([name]) => !['tight', 'itemSpread', 'spread'].includes(name),
  );
  return {
    ...node,
    attrs: Object.fromEntries(attrs),
    ...(node.content === undefined ? {} : { content: node.content.map(withoutSpread) }),
  };
}
