import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import type { TiptapDocument } from '../../../server/src/convert/tiptap.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';
import {
  extendedSchema,
  officialBlockImageSchema,
  officialSchema,
} from '../../../test/convert/support/schema.js';
import { attempt } from '../attempt.js';
import type { Corpus } from '../examples/corpus.js';
import { rowOf, type Failure, type Row } from '../Row.js';
import { declaredOnly, editorText, schemaProblem } from '../schemaView.js';
import { firstDifference } from '../shorten.js';

/** Hard TipTap documents of the corpus: JSON -> Markdown -> JSON, and Markdown again. */
export function caseRows(cases: Corpus['cases']): readonly Row[] {
  const results = cases.map(({ name, doc }) => ({ name, ...caseResult(doc) }));
  const failuresOf = (pick: (result: CaseResult) => string | undefined): readonly Failure[] =>
    results.flatMap((result) => {
      const detail = pick(result);
      return detail === undefined ? [] : [{ id: result.name, detail }];
    });
  const total = cases.length;
  const note = total === 0 ? { note: 'DOCBRIDGE_CORPUS names no folder with tiptap-cases.json' } : {};
  return [
    rowOf({
      what: 'hard TipTap documents, JSON -> Markdown -> JSON equal',
      best: '94 of 137',
      total,
      ...note,
      failures: failuresOf(({ changed }) => changed),
    }),
    rowOf({
      what: '- second pass byte-identical',
      best: '119 of 137',
      total,
      ...note,
      failures: failuresOf(({ unstable }) => unstable),
    }),
  ];
}

export interface CaseResult {
  /** How the document that came back differs. */
  readonly changed?: string;
  /** How the second Markdown differs from the first. */
  readonly unstable?: string;
  readonly markdown?: string;
  /** Blocks that were carried as JSON because they have no Markdown form. */
  readonly opaque?: number;
}

/**
 * Writes a document as Markdown, reads it back and compares as the official schema sees both. The Markdown is written
 * a second time from what came back without attributes that no schema declares.
 */
export function caseResult(doc: TiptapDocument): CaseResult {
  const schema = schemaProblem(officialSchema, doc) === undefined ? officialSchema : officialBlockImageSchema;
  const done = attempt(() => {
    const { value: markdown, notices } = tiptapToMarkdown({ doc });
    const back = markdownToTiptap(markdown).value;
    const second = tiptapToMarkdown({ ...back, doc: declaredOnly(extendedSchema, back.doc) }).value;
    const problem = schemaProblem(schema, back.doc);
    const expected = editorText(schema, doc);
    const found = problem === undefined ? editorText(schema, back.doc) : '';
    const changed =
      problem !== undefined
        ? `invalid in the official schema: ${problem}`
        : found === expected
          ? undefined
          : firstDifference(expected, found);
    const unstable = second === markdown ? undefined : firstDifference(markdown, second);
    return {
      markdown,
      opaque: notices.filter(({ code }) => code === 'opaque-node').length,
      ...(changed === undefined ? {} : { changed }),
      ...(unstable === undefined ? {} : { unstable }),
    };
  });
  return 'value' in done ? done.value : { changed: done.failure, unstable: done.failure };
}
