import type { Judge } from '../judge/Judge.js';
import { rowOf, type Row } from '../Row.js';
import {
  changedBytes,
  lostByDowngrade,
  lostMeanings,
  roundTrips,
  unstable,
  type Text,
} from './markdownRows.js';

const FOOTNOTES = { footnotes: true };

/** Real pages, by cmark-gfm with footnotes; by commonmark.js where that is missing. */
export function pageRows(judge: Judge, pages: readonly Text[]): readonly Row[] {
  const total = pages.length;
  const percent = { total, unit: 'percent' } as const;
  if (total === 0) {
    const note = 'DOCBRIDGE_CORPUS names no folder with markdown/**/*.md';
    return [rowOf({ what: 'real pages', best: '88 %', ...percent, failures: [], note })];
  }
  const asRead = roundTrips(pages, 'asRead');
  const declared = roundTrips(pages, 'declaredOnly');
  const note = judge.unavailable === undefined ? {} : { note: 'commonmark.js alone' };
  return [
    rowOf({
      what: 'real pages (.md), meaning kept and valid in the extended schema',
      best: '88 %',
      ...percent,
      ...note,
      failures: lostMeanings(asRead, judge, 'r2', FOOTNOTES),
    }),
    rowOf({
      what: '- undeclared attributes stripped',
      ...percent,
      ...note,
      failures: lostMeanings(declared, judge, 'r2', FOOTNOTES),
    }),
    rowOf({
      what: '- second pass byte-identical',
      best: '97-100 %',
      ...percent,
      failures: unstable(asRead),
    }),
    rowOf({
      what: '- second pass byte-identical, undeclared attributes stripped before',
      ...percent,
      failures: unstable(declared),
    }),
    rowOf({
      what: '- nothing changed, file byte-identical, with base',
      best: '54 %',
      ...percent,
      failures: changedBytes(asRead, 'with'),
    }),
    rowOf({
      what: '- nothing changed, file byte-identical, without base',
      ...percent,
      failures: changedBytes(asRead, 'without'),
    }),
    rowOf({
      what: '- through the official schema with the base, byte-identical',
      ...percent,
      failures: lostByDowngrade(pages),
    }),
  ];
}
