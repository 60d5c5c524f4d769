/**
 * Holds our parser against the judges on generated texts.
 *
 *   node --import tsx test/convert/support/oracle/fuzzParser.ts [--seeds 50000] [--from 0] [--first 10] [OPTION]...
 *
 * Plain CommonMark is judged by commonmark.js; with `--gfm` texts hold GFM too, and cmark-gfm judges, or micromark
 * where DOCBRIDGE_CMARK_GFM does not name its binary. Prints what differs, shrunk: the source as JSON, our HTML, the
 * judge's HTML. Where a second judge reads otherwise than the first, a difference is contested and only counted;
 * `--contested` prints it. `--micromark` judges micromark instead of our parser. Ends with 1 when something counts.
 */
import { parseArgs } from 'node:util';
import { parse } from '../../../../server/src/convert/parse/parse.js';
import { findCmarkGfm } from './cmarkGfm.js';
import { mayHoldExtension, mayHoldOwnSyntax } from './fuzzFragments.js';
import { fuzzText, gfmFuzzText } from './fuzzText.js';
import { coreDifference, gfmDifference } from './differences.js';
import { micromarkTree } from './micromarkTree.js';
import { shrink } from './shrink.js';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '50000' },
    from: { type: 'string', default: '0' },
    first: { type: 'string', default: '10' },
    gfm: { type: 'boolean', default: false },
    micromark: { type: 'boolean', default: false },
    contested: { type: 'boolean', default: false },
  },
});
const reader = values.micromark ? micromarkTree : parse;
const second = findCmarkGfm();
const differ = values.gfm ? gfmDifference : coreDifference;
const unwanted = values.gfm ? mayHoldOwnSyntax : mayHoldExtension;
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const from = Number(values.from);
const started = process.hrtime.bigint();
const seen = new Set<string>();
let texts = 0;
let found = 0;
let contested = 0;

for (let seed = from; seed < from + Number(values.seeds) && seen.size < Number(values.first); seed += 1) {
  texts += 1;
  const text = (values.gfm ? gfmFuzzText : fuzzText)(seed);
  const first = differ(text, reader, second);
  if (first === undefined) continue;
  if (first.contested) contested += 1;
  else found += 1;
  if (first.contested && !values.contested) continue;
  const source = shrink(text, (part) => {
    const difference = unwanted(part) ? undefined : differ(part, reader, second);
    return difference !== undefined && difference.contested === first.contested;
  });
  if (seen.has(source)) continue;
  seen.add(source);
  const difference = differ(source, reader, second) ?? first;
  print(`--- seed ${seed}${first.contested ? ' (contested)' : ''}\n${JSON.stringify(source)}`);
  print(`ours:   ${difference.ours}\njudge:  ${difference.judges}`);
  if (difference.contested) print(`other:  ${difference.other ?? ''}`);
}
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
print(
  `${texts} texts, ${found} differ, ${contested} contested, ${seen.size} shrunk kinds, ` +
    `${Math.round((texts / seconds) * 60)} a minute`,
);
process.exitCode = found > 0 ? 1 : 0;
