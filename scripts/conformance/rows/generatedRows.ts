import type { TiptapDocument } from '../../../server/src/convert/tiptap.js';
import { officialSchema } from '../../../test/convert/support/schema.js';
import { DOCUMENT_CLASSES, type DocumentClass } from '../generate/DocumentClass.js';
import { documentOf, documents } from '../generate/documents.js';
import { shrink } from '../generate/shrink.js';
import { rowOf, type Failure, type Row } from '../Row.js';
import { shorten } from '../shorten.js';
import { editorText, schemaProblem, throughEditor } from '../schemaView.js';
import { caseResult, type CaseResult } from './caseRows.js';

/** Seeds of one run: `from`, `from + 1`, ... */
export interface Seeds {
  readonly from: number;
  readonly count: number;
}

export interface GeneratedOptions {
  /** One class by its name; all without it. */
  readonly documentClass?: string | undefined;
  /** How many failures of a row show the smallest document that fails so, too, instead of the whole one. */
  readonly shrunk: number;
}

/** Generated documents of the four classes: JSON -> Markdown -> JSON, and Markdown again. */
export function generatedRows(seeds: Seeds, options: GeneratedOptions): readonly Row[] {
  const { documentClass, shrunk } = options;
  return DOCUMENT_CLASSES.filter(({ name }) => documentClass === undefined || name === documentClass).flatMap(
    (of) => rowsOf(of, seeds, shrunk),
  );
}

type Aspect = (result: CaseResult) => string | undefined;

const changedIn: Aspect = ({ changed }) => changed;
const unstableIn: Aspect = ({ unstable }) => unstable;
const carriedIn: Aspect = ({ opaque = 0, markdown = '' }) =>
  opaque === 0 ? undefined : firstOpaque(markdown);

function rowsOf(of: DocumentClass, { from, count }: Seeds, shrunk: number): readonly Row[] {
  const arbitrary = documents(of);
  const changed: Failure[] = [];
  const unstable: Failure[] = [];
  const carried: Failure[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    const generated = documentOf(arbitrary, seed);
    // Throws when the generator is at fault.
    editorText(officialSchema, generated);
    // Half of them as an editor gives them: marks in its order, every attribute spelled out.
    const doc = seed % 2 === 0 ? generated : throughEditor(officialSchema, generated);
    const result = caseResult(doc);
    const id = `--class "${of.name}" --seed ${seed}`;
    for (const [failures, aspect] of [
      [changed, changedIn],
      [unstable, unstableIn],
      [carried, carriedIn],
    ] as const) {
      const detail = aspect(result);
      if (detail === undefined) continue;
      failures.push({ id, detail: failures.length < shrunk ? smallest(doc, aspect) : detail });
    }
  }
  const shared = { total: count, unit: 'percent' } as const;
  return [
    rowOf({
      what: `generated TipTap documents equal: ${of.name}`,
      best: of.best,
      ...shared,
      failures: changed,
    }),
    rowOf({ what: `- second pass byte-identical`, ...shared, failures: unstable }),
    rowOf({ what: '- without a block carried as JSON', ...shared, failures: carried, judged: false }),
  ];
}

/** The smallest document that fails in the same way, and how it does. */
function smallest(doc: TiptapDocument, aspect: Aspect): string {
  const small = shrink(
    doc,
    (each) => schemaProblem(officialSchema, each) === undefined && aspect(caseResult(each)) !== undefined,
  );
  return `${JSON.stringify(small.content)} ${aspect(caseResult(small)) ?? ''}`;
}

/** The first block that was carried as JSON, without the white space between its parts. */
function firstOpaque(markdown: string): string {
  const fence = markdown.indexOf('docbridge-node');
  return shorten(markdown.slice(fence).replace(/\s+/g, ' '), 400);
}
