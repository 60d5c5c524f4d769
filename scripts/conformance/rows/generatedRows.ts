import { officialSchema } from '../../../test/convert/support/schema.js';
import { DOCUMENT_CLASSES, type DocumentClass } from '../generate/DocumentClass.js';
import { documentOf, documents } from '../generate/documents.js';
import { rowOf, type Failure, type Row } from '../Row.js';
import { shorten } from '../shorten.js';
import { editorText, throughEditor } from '../schemaView.js';
import { caseResult } from './caseRows.js';

/** Seeds of one run: `from`, `from + 1`, ... */
export interface Seeds {
  readonly from: number;
  readonly count: number;
}

/** Generated documents of the four classes: JSON -> Markdown -> JSON, and Markdown again. */
export function generatedRows(seeds: Seeds, only?: string): readonly Row[] {
  return DOCUMENT_CLASSES.filter(({ name }) => only === undefined || name === only).flatMap((of) =>
    rowsOf(of, seeds),
  );
}

function rowsOf(of: DocumentClass, { from, count }: Seeds): readonly Row[] {
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
    if (result.changed !== undefined) changed.push({ id, detail: result.changed });
    if ((result.opaque ?? 0) > 0) carried.push({ id, detail: firstOpaque(result.markdown ?? '') });
    if (result.unstable !== undefined) unstable.push({ id, detail: result.unstable });
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

/** The first block that was carried as JSON, without the white space between its parts. */
function firstOpaque(markdown: string): string {
  const fence = markdown.indexOf('docbridge-node');
  return shorten(markdown.slice(fence).replace(/\s+/g, ' '), 400);
}
