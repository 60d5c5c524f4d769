/**
 * Holds our parser against commonmark.js on generated texts of plain CommonMark.
 *
 *   node --import tsx test/convert/support/oracle/fuzzParser.ts [--seeds 50000] [--from 0] [--first 10] [--micromark]
 *
 * Prints what differs, shrunk: the source as JSON, our HTML, commonmark.js' HTML. With DOCBRIDGE_CMARK_GFM set, what
 * cmark-gfm reads as we do is set aside (`--contested` prints it too). Ends with 1 when something was found.
 */
import { parseArgs } from 'node:util';
import { parse } from '../../../../server/src/convert/parse/parse.js';
import { findCmarkGfm } from './cmarkGfm.js';
import { coreDifference } from './coreDifference.js';
import { fuzzText } from './fuzzText.js';
import { mayHoldExtension } from './fuzzFragments.js';
import { micromarkTree } from './micromarkTree.js';
import { canonicalHtml } from './canonicalHtml.js';
import { shrink } from './shrink.js';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '50000' },
    from: { type: 'string', default: '0' },
    first: { type: 'string', default: '10' },
    micromark: { type: 'boolean', default: false },
    contested: { type: 'boolean', default: false },
  },
});
const reader = values.micromark ? micromarkTree : parse;
const second = findCmarkGfm();
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const from = Number(values.from);
const started = process.hrtime.bigint();
let texts = 0;
let found = 0;
let contested = 0;
const seen = new Set<string>();

for (let seed = from; seed < from + Number(values.seeds) && seen.size < Number(values.first); seed += 1) {
  texts += 1;
  const text = fuzzText(seed);
  if (coreDifference(text, reader) === undefined) continue;
  const agreed = judgesAgree(text);
  if (agreed) found += 1;
  else contested += 1;
  if (!agreed && !values.contested) continue;
  const source = shrink(
    text,
    (part) =>
      !mayHoldExtension(part) && coreDifference(part, reader) !== undefined && judgesAgree(part) === agreed,
  );
  if (seen.has(source)) continue;
  seen.add(source);
  const difference = coreDifference(source, reader);
  print(`--- seed ${seed}${agreed ? '' : ' (contested)'}\n${JSON.stringify(source)}`);
  print(`ours:   ${difference?.ours ?? ''}\njudges: ${difference?.judges ?? ''}`);
  if (!agreed && second !== undefined) print(`cmark:  ${canonicalHtml(second.plain(source))}`);
}
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
print(
  `${texts} texts, ${found} differ, ${contested} contested, ${seen.size} shrunk kinds, ${Math.round((texts / seconds) * 60)} a minute`,
);
process.exitCode = found > 0 ? 1 : 0;

/** Whether the second judge, when there is one, reads the text as the first does. */
function judgesAgree(text: string): boolean {
  if (second === undefined) return true;
  const difference = coreDifference(text, reader);
  return difference === undefined || difference.judges === canonicalHtml(second.plain(text));
}
