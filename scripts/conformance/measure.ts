import type { Corpus } from './examples/corpus.js';
import { generatedTexts } from './generate/generatedTexts.js';
import type { Judge } from './judge/Judge.js';
import type { Group, Options } from './options.js';
import type { Row } from './Row.js';
import { caseRows } from './rows/caseRows.js';
import { commonmarkRows } from './rows/commonmarkRows.js';
import { editRows } from './rows/editRows.js';
import { generatedRows } from './rows/generatedRows.js';
import { gfmRows } from './rows/gfmRows.js';
import { pageRows } from './rows/pageRows.js';

/** Seeds a class, pages skipped, and edits a text: all of it, or a part that takes a minute or two. */
const FULL = { seeds: 10_000, everyPage: 1, editsEachPage: 3, editedDocuments: 400, editsEachDocument: 4 };
const PART = { seeds: 150, everyPage: 12, editsEachPage: 4, editedDocuments: 40, editsEachDocument: 3 };

/** Measures one group of rows. */
export function measure(group: Group, options: Options, judge: Judge, corpus: Corpus): readonly Row[] {
  const size = options.full ? FULL : PART;
  const every = options.page === undefined ? size.everyPage : 1;
  const isMeant = ({ id }: { readonly id: string }): boolean => id.includes(options.page ?? '');
  const pages = corpus.pages.filter(isMeant).filter((_, index) => index % every === 0);
  switch (group) {
    case 'commonmark':
      return commonmarkRows(judge);
    case 'gfm':
      return gfmRows(judge);
    case 'pages':
      return pageRows(judge, pages);
    case 'cases':
      return caseRows(corpus.cases);
    case 'generated': {
      const alone = options.seed === undefined ? size.seeds : 1;
      return generatedRows(
        { from: options.seed ?? 1, count: options.seeds ?? alone },
        { documentClass: options.documentClass, shrunk: options.shrink ? options.failures : 0 },
      );
    }
    case 'edits': {
      const generated = generatedTexts(
        options.full || options.page !== undefined ? FULL.editedDocuments : PART.editedDocuments,
      );
      return [
        ...editRows(pages, size.editsEachPage, 'real pages'),
        ...editRows(generated.filter(isMeant), size.editsEachDocument, 'generated'),
      ];
    }
  }
}
