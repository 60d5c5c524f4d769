// What both runners do first: build when sources changed.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** Root of the project. */
export const root = resolve(import.meta.dirname, '../../..');

/** Installs and builds where that is not done; DOCBRIDGE_TEST_BUILD=0 takes `dist` as it is. */
export function prepare() {
  if (process.env.DOCBRIDGE_TEST_BUILD === '0') return;
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/setup.mjs')], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The set-up failed; the lines above say why.');
}

/** Ctrl-C ends the process by its exit handlers, which end what was started. */
export function endOnSignals() {
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]) {
    process.once(name, () => process.exit(code));
  }
}

/** Prints one line for each result and the sum as the last line; the exit code. */
export function printResults(results) {
  for (const { state, title, ms, error } of results) {
    console.log(state === 'passed' ? `  ✔ ${title} (${ms} ms)` : `  ✖ ${title}\n${indent(error)}`);
  }
  const failed = results.filter(({ state }) => state !== 'passed').length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function indent(text) {
  return String(text).replace(/^/gm, '      ');
}
