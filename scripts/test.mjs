// Runs the three parts of `npm test` in order, shows their output, and sums up in one last line.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');
const parts = [
  {
    name: 'unit and integration',
    args: [join('node_modules', 'mocha', 'bin', 'mocha.js'), 'test/**/*.test.ts'],
  },
  { name: 'in the extension host', args: [join('test', 'support', 'vscode', 'runHostTests.mjs')] },
  { name: 'in the window', args: [join('test', 'support', 'vscode', 'runUiTests.mjs')] },
];

/** Runs one part; counts what it reports. A part that ends badly without a count is one failure. */
async function run({ name, args }) {
  process.stdout.write(`\n== Tests: ${name}\n`);
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text) => {
    output += text;
    process.stdout.write(text);
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  const last = (pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);
  const passed = last(/^\s*(\d+) pass(?:ing|ed)\b/gm);
  const failed = last(/^\s*(?:\d+ passed, )?(\d+) fail(?:ing|ed)\b/gm);
  const skipped = last(/^\s*(\d+) pending\b/gm);
  if (code !== 0 && failed === 0) {
    process.stdout.write(`${name}: ended with code ${code} before it could say what failed\n`);
  }
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), skipped };
}

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const part of parts) {
  const result = await run(part);
  for (const key of Object.keys(sum)) sum[key] += result[key];
}
const skipped = sum.skipped === 0 ? '' : `, ${sum.skipped} skipped`;
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed${skipped}\n`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
