import assert from 'node:assert/strict';
import { canonicalJson } from '../../../../server/src/convert/compare.js';
import type { ConvertOptions } from '../../../../server/src/convert/conversion.js';
import { markdownToTiptap } from '../../../../server/src/convert/markdownToTiptap.js';
import { tiptapToMarkdown } from '../../../../server/src/convert/tiptapToMarkdown.js';
import { asPlatformHolds } from '../../support/handbook.js';
import type { Edit, Pick } from './Edit.js';
import { editsOf } from './edits.js';
import { lineChanges, type Hunk } from './lineChanges.js';
import { PAGES, wordsIn, type Page } from './pages.js';

const FORMS = ['extended', 'official'] as const;

/** Edits that all pages together are to have; each is made in both forms. */
const LEAST = 2000;

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
function excess(edit: Edit, hunks: readonly Hunk[]): string | undefined {
  const { replaced, wrapped, touched } = edit;
  const removed = hunks.flatMap((hunk) => hunk.removed);
  const added = hunks.flatMap((hunk) => hunk.added);
  for (const line of removed) {
    const here = wordsIn(line);
    if (here.length > 0 && !here.some((word) => touched.has(word))) return `line of ${here.join(' ')}`;
  }
  if (wrapped !== undefined) {
    const [before = '', after = ''] = removed[0]?.split(wrapped) ?? [];
    const whole = added.join('');
    if (removed.length !== 1 || !whole.startsWith(before) || !whole.endsWith(after))
      return 'more than the word';
  }
  if (replaced !== undefined) {
    if (removed.length !== 1 || added.length !== 1) return `${removed.length} lines for one`;
    if (added[0] !== removed[0]?.replace(replaced.from, replaced.to)) return 'more than the word';
  }
  return undefined;
}

function show(hunks: readonly Hunk[]): string {
  return hunks
    .map(({ removed, added }) => [...removed.map((line) => `- ${line}`), ...added.map((line) => `+ ${line}`)])
    .flat()
    .join('\n');
}

interface Outcome {
  readonly count: number;
  readonly wrong: readonly string[];
}

function makeEdits(page: Page, schema: (typeof FORMS)[number]): Outcome {
  const { doc } = markdownToTiptap(page.markdown, { schema }).value;
  const held = schema === 'official' ? asPlatformHolds(doc) : doc;
  const options: ConvertOptions = { schema, base: { markdown: page.markdown, tiptap: held } };
  const wrong: string[] = [];
  let count = 0;
  for (const edit of editsOf(held, choices(1))) {
    count += 1;
    const { value } = tiptapToMarkdown({ doc: edit.doc }, options);
    const again = markdownToTiptap(value, options).value.doc;
    const same = canonicalJson(again, { view: 'markdown' }) === canonicalJson(edit.doc, { view: 'markdown' });
    const hunks = lineChanges(page.markdown, value);
    const what = same ? excess(edit, hunks) : 'reads as something else';
    if (what !== undefined) wrong.push(`${edit.name}: ${what}\n${show(hunks)}`);
  }
  return { count, wrong };
}

for (const schema of FORMS) {
  suite(`edits over a base, ${schema} schema`, () => {
    let total = 0;
    for (const page of PAGES) {
      test(`change what they are about and no other line: ${page.name}`, () => {
        const { count, wrong } = makeEdits(page, schema);
        total += count;
        assert.ok(count > 0);
        assert.deepEqual(wrong, []);
      });
    }

    test('are many', () => {
      assert.ok(total * FORMS.length >= LEAST, `${total}`);
    });
  });
}
