// Runs the tests of the conversion and says what of it they execute; arguments are folders or files of
// server/src/convert to look at alone. Exit code 1 when a test fails, or when a line, a branch or a function is left.
import { join } from 'node:path';
import process from 'node:process';
import { isComplete, printCoverage } from './printCoverage.js';
import { reportCoverage } from './reportCoverage.js';
import { runConvertTests } from './runConvertTests.js';

const SOURCE = 'server/src/convert';
const raw = join(import.meta.dirname, '../../node_modules/.cache/docbridge/coverage');
const wanted = process.argv.slice(2);

const code = runConvertTests(raw);
const files = reportCoverage(raw, SOURCE).filter(
  ({ path }) => wanted.length === 0 || wanted.some((start) => path.startsWith(start)),
);
process.stdout.write(printCoverage(files, SOURCE));
process.exitCode = code === 0 && files.length > 0 && isComplete(files) ? 0 : 1;
