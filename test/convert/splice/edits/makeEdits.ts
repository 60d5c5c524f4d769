import { canonicalJson } from '../../../../server/src/convert/compare.js';
import type { ConvertOptions } from '../../../../server/src/convert/conversion.js';
import { markdownToTiptap } from '../../../../server/src/convert/markdownToTiptap.js';
import { tiptapToMarkdown } from '../../../../server/src/convert/tiptapToMarkdown.js';
import type { TiptapNode } from '../../../../server/src/convert/tiptap.js';
import { asPlatformHolds } from '../../support/handbook.js';
import type { Edit, EditedPage, Pick } from './Edit.js';
import { editsOf } from './edits.js';
import { nodesOf } from './nodeEdits.js';
import { lineChanges, type Hunk } from './lineChanges.js';
import { placeOf, wordFinder, type Page } from './pages.js';

/** Numbers that look like chance and are the same each time (mulberry32). */
function choices(seed: number): Pick {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What is wrong with the lines that changed; undefined when nothing is. */
function excess(edit: Edit, { wordsIn }: EditedPage, hunks: readonly Hunk[]): string | undefined {
  const { replaced, wrapped, touched } = edit;
  const removed = hunks.flatMap((hunk) => hunk.removed);
  const added = hunks.flatMap((hunk) => hunk.added);
  for (const line of removed) {
    // What our comments hold is not text of the page.
    const here = wordsIn(line.replace(/<!-- docbridge:.*?-->/g, ''));
    if (here.length > 0 && !here.some((word) => touched.has(word))) return `line of ${here.join(' ')}`;
  }
  if (wrapped !== undefined) {
    const line = removed[0] ?? '';
    const before = line.slice(0, placeOf(wrapped, line));
    const after = line.slice(before.length + wrapped.length);
    const whole = added.join('');
    if (removed.length !== 1 || !whole.startsWith(before) || !whole.endsWith(after))
      return 'more than the word';
  }
  if (replaced !== undefined) {
    if (removed.length !== 1 || added.length !== 1) return `${removed.length} lines for one`;
    const [line = ''] = removed;
    const at = placeOf(replaced.from, line);
    const wanted = line.slice(0, at) + replaced.to + line.slice(at + replaced.from.length);
    if (added[0] !== wanted) return 'more than the word';
  }
  return undefined;
}

const HOLDS_TEXT: ReadonlySet<string> = new Set(['paragraph', 'heading', 'detailsSummary', 'codeBlock']);

/** A node that the platform holds and that the edit left alone, but that did not come back as that very node. */
function findStranger(
  again: TiptapNode,
  edited: TiptapNode,
  held: ReadonlySet<TiptapNode>,
  path = '',
): string | undefined {
  if (held.has(edited)) return again === edited ? undefined : `another ${edited.type} at ${path}`;
  const { id } = edited.attrs ?? {};
  if (id !== undefined && again.attrs?.['id'] !== id) return `no id at ${path}`;
  if (HOLDS_TEXT.has(edited.type)) return undefined;
  for (const [index, child] of (edited.content ?? []).entries()) {
    const other = again.content?.[index];
    const found = other === undefined ? undefined : findStranger(other, child, held, `${path}/${index}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function show(hunks: readonly Hunk[]): string {
  return hunks
    .map(({ removed, added }) => [...removed.map((line) => `- ${line}`), ...added.map((line) => `+ ${line}`)])
    .flat()
    .join('\n');
}

/** How many edits were made, and which of them went wrong. */
export interface Outcome {
  readonly count: number;
  readonly wrong: readonly string[];
}

/** Makes edits of a page over it as base: at most so many, spread over all kinds. */
export function makeEdits(page: Page, schema: 'extended' | 'official', most = Infinity): Outcome {
  const { doc } = markdownToTiptap(page.markdown, { schema }).value;
  const held = schema === 'official' ? asPlatformHolds(doc) : doc;
  const options: ConvertOptions = { schema, base: { markdown: page.markdown, tiptap: held } };
  const wrong: string[] = [];
  let count = 0;
  const nodes = new Set(nodesOf(held).map(({ node }) => node));
  const edited: EditedPage = { pick: choices(1), wordsIn: wordFinder(page.markdown) };
  const all = [...editsOf(held, edited)];
  const step = Math.max(1, all.length / most);
  for (let at = 0; at < all.length; at += step) {
    const edit = all[Math.floor(at)];
    if (edit === undefined) break;
    count += 1;
    const { value } = tiptapToMarkdown({ doc: edit.doc }, options);
    const again = markdownToTiptap(value, options).value.doc;
    const same = canonicalJson(again, { view: 'markdown' }) === canonicalJson(edit.doc, { view: 'markdown' });
    const hunks = lineChanges(page.markdown, value);
    const stranger = findStranger(again, edit.doc, nodes);
    const what = !same ? 'reads as something else' : (stranger ?? excess(edit, edited, hunks));
    if (what !== undefined) wrong.push(`${edit.name}: ${what}\n${show(hunks)}`);
  }
  return { count, wrong };
}
