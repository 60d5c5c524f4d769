import { attempt } from '../attempt.js';
import { gfmExamples } from '../examples/gfmExamples.js';
import type { Judge } from '../judge/Judge.js';
import { rowOf, type Row } from '../Row.js';
import { lostByDowngrade, lostMeanings, roundTrips, unstable } from './markdownRows.js';

/** The examples of GFM's extensions, by cmark-gfm alone: commonmark.js does not know them. */
export function gfmRows(judge: Judge): readonly Row[] {
  const examples = attempt(gfmExamples);
  const note = 'failure' in examples ? examples.failure : judge.unavailable;
  if ('failure' in examples || note !== undefined) {
    return [
      rowOf({
        what: 'GFM extensions, meaning kept',
        best: '46 of 52',
        total: 0,
        failures: [],
        note: note ?? '',
      }),
    ];
  }
  const texts = examples.value.map(({ markdown, section, number }) => ({
    id: `${number} ${section}`,
    markdown,
  }));
  const total = texts.length;
  const asRead = roundTrips(texts, 'asRead');
  const declared = roundTrips(texts, 'declaredOnly');
  return [
    rowOf({
      what: 'GFM extensions, meaning kept and valid in the extended schema',
      best: '46 of 52',
      total,
      failures: lostMeanings(asRead, judge, 'r2'),
    }),
    rowOf({
      what: '- undeclared attributes stripped',
      total,
      failures: lostMeanings(declared, judge, 'r2'),
    }),
    rowOf({
      what: '- through the official schema with the base',
      total,
      failures: lostByDowngrade(texts),
    }),
    rowOf({ what: '- second pass byte-identical', total, failures: unstable(asRead) }),
  ];
}
