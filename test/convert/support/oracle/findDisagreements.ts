/**
 * Finds pages that our parser reads otherwise than both judges do.
 *
 *   DOCBRIDGE_CMARK_GFM=cmark-gfm node --import tsx test/convert/support/oracle/findDisagreements.ts [OPTION]... PATH...
 *
 * A path is a file or a folder of .md files; without one DOCBRIDGE_CORPUS/markdown is read, `-` reads standard input.
 * Prints, for each page, the smallest text that shows its worst disagreement. Without DOCBRIDGE_CMARK_GFM commonmark.js
 * judges alone, on what holds no GFM. Ends with 1 when a disagreement counts (core or gfm).
 *
 * Options: `--micromark` judges micromark instead of our parser, `--all` prints extension and contested ones too,
 * `--first N` stops after N pages that count, `--count` only counts.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { splitFrontMatter } from '../../../../server/src/convert/frontMatter/splitFrontMatter.js';
import { plainLines } from '../../../../server/src/convert/parse/lineEndings.js';
import { parse } from '../../../../server/src/convert/parse/parse.js';
import { findCmarkGfm } from './cmarkGfm.js';
import { judge, type Standing } from './disagreement.js';
import { micromarkTree } from './micromarkTree.js';
import { smallestDisagreement } from './smallestDisagreement.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    micromark: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    count: { type: 'boolean', default: false },
    first: { type: 'string' },
  },
});
const second = findCmarkGfm();
const reader = values.micromark ? micromarkTree : parse;
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const tally: Record<Standing, number> = { same: 0, core: 0, gfm: 0, extension: 0, contested: 0 };

for (const page of pages()) {
  const body = splitFrontMatter(readFileSync(page === '-' ? 0 : page, 'utf8')).body.replace(/^\ufeff/, '');
  const { text } = plainLines(body);
  const found = values.count
    ? { ...judge(text, reader, second), source: '' }
    : smallestDisagreement(text, reader, second);
  const standing = found?.standing ?? 'same';
  tally[standing] += 1;
  if (found === undefined || values.count || standing === 'same') continue;
  const counts = standing === 'core' || standing === 'gfm';
  if (!counts && !values.all) continue;
  print(`--- ${standing}: ${page}\n${JSON.stringify(found.source)}\n${found.source}`);
  print(`ours:   ${found.ours}\njudges: ${found.judges}\n`);
  if (counts && tally.core + tally.gfm >= Number(values.first ?? Infinity)) break;
}
print(JSON.stringify(tally));
process.exitCode = tally.core + tally.gfm > 0 ? 1 : 0;

function pages(): readonly string[] {
  const corpus = process.env['DOCBRIDGE_CORPUS'];
  const roots = positionals.length > 0 ? positionals : corpus === undefined ? [] : [join(corpus, 'markdown')];
  return roots.flatMap((root) =>
    root === '-' || !statSync(root).isDirectory()
      ? [root]
      : readdirSync(root, { recursive: true })
          .map((name) => join(root, String(name)))
          .filter((name) => name.endsWith('.md'))
          .sort(),
  );
}
