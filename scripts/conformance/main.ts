// Prints how well the conversion does, judged by renderers that are not ours. `--help` says how to call it; exit
// code 1 when a goal that could be judged is missed, 2 when the call is wrong.
import { readCorpus } from './examples/corpus.js';
import { Judge } from './judge/Judge.js';
import { measure } from './measure.js';
import { readOptions, USAGE, type Options } from './options.js';
import { printFailures, printTable } from './printTable.js';
import type { Row } from './Row.js';

function run(options: Options): number {
  const judge = new Judge();
  if (judge.unavailable !== undefined) {
    process.stderr.write(`conformance: judged by commonmark.js alone: ${judge.unavailable}\n`);
  }
  const corpus = readCorpus(process.env['DOCBRIDGE_CORPUS']);
  const rows: Row[] = [];
  for (const group of options.groups) {
    const started = process.cpuUsage();
    rows.push(...measure(group, options, judge, corpus));
    const { user, system } = process.cpuUsage(started);
    process.stderr.write(`conformance: ${group}, ${Math.round((user + system) / 1e6)} s of processor time\n`);
  }
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ rows }, undefined, 2)}\n`);
  } else {
    process.stdout.write(printTable(rows));
    process.stdout.write(printFailures(rows, options.failures));
  }
  return rows.some(({ met }) => met === false) ? 1 : 0;
}

const args = process.argv.slice(2);
if (args.includes('--help')) {
  process.stdout.write(USAGE);
} else {
  try {
    process.exitCode = run(readOptions(args));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`conformance: ${error.message}\n${USAGE}`);
    process.exitCode = 2;
  }
}
