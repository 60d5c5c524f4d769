import { text as specification } from 'commonmark-spec';
import { readExamples } from '../examples/readExamples.js';
import type { Judge } from '../judge/Judge.js';
import { normalizeHtml } from '../judge/normalizeHtml.js';
import { rowOf, type Row } from '../Row.js';
import { lostByDowngrade, lostMeanings, opaqueBlocks, roundTrips, unstable } from './markdownRows.js';

/** CommonMark's own examples: meaning, validity, downgrade, stability. */
export function commonmarkRows(judge: Judge): readonly Row[] {
  const examples = readExamples(specification);
  const texts = examples.map(({ markdown, number, section }) => ({ id: `${number} ${section}`, markdown }));
  const total = texts.length;
  const asRead = roundTrips(texts, 'asRead');
  const declared = roundTrips(texts, 'declaredOnly');
  const edited = roundTrips(texts, 'throughEditor');
  const opaque = opaqueBlocks(asRead);
  return [
    rowOf({
      what: "judge: commonmark.js gives the specification's HTML",
      total,
      failures: examples
        .filter(({ markdown, html }) => judge.commonmark(markdown) !== normalizeHtml(html))
        .map(({ number, markdown }) => ({ id: String(number), detail: JSON.stringify(markdown) })),
    }),
    rowOf({
      what: 'CommonMark 0.31.2, meaning kept and valid in the extended schema',
      best: '592 of 652',
      total,
      failures: lostMeanings(asRead, judge, 'either'),
    }),
    rowOf({ what: '- under commonmark.js alone', total, failures: lostMeanings(asRead, judge, 'r1') }),
    rowOf({
      what: '- undeclared attributes stripped',
      total,
      failures: lostMeanings(declared, judge, 'either'),
    }),
    rowOf({
      what: '- undeclared attributes stripped, commonmark.js alone',
      total,
      failures: lostMeanings(declared, judge, 'r1'),
    }),
    rowOf({
      what: '- held by an editor in between (marks in its order)',
      total,
      failures: lostMeanings(edited, judge, 'either'),
      judged: false,
    }),
    rowOf({
      what: '- through the official schema with the base',
      total,
      failures: lostByDowngrade(texts),
    }),
    rowOf({ what: '- second pass byte-identical', total, failures: unstable(asRead) }),
    rowOf({
      what: '- second pass byte-identical, undeclared attributes stripped before',
      total,
      failures: unstable(declared),
    }),
    {
      what: '- blocks carried opaquely',
      best: '10',
      goal: '<= 10',
      passed: opaque.length,
      total: opaque.length,
      unit: 'count',
      met: opaque.length <= 10,
      failures: opaque,
    },
  ];
}
