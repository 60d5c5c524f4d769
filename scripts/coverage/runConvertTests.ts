import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '../..');

/**
 * Runs the tests of the conversion and has V8 write into `folder` what they executed. Types are blanked out, not
 * compiled away: every position that V8 reports is one of the source, and there is no line or branch but its own.
 * Returns mocha's exit code.
 */
export function runConvertTests(folder: string): number {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync(
    process.execPath,
    [
      ...['--import', 'ts-blank-space/register', join('node_modules', 'mocha', 'bin', 'mocha.js')],
      ...['--no-config', '--ui', 'tdd', '--timeout', '60000', '--reporter', 'dot'],
      join('scripts', 'coverage', 'convertTests.mjs'),
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_V8_COVERAGE: folder } },
  );
  return status ?? 1;
}
