// Bundles the host tests: one file a suite, with `vscode` and mocha from outside.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../../..');

/** @returns {Promise<string>} the entry point for VS Code */
export async function bundleHostTests() {
  const source = join(root, 'test/host');
  const output = join(root, 'dist-test');
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, 'package.json'), '{ "type": "commonjs" }\n');
  const suites = readdirSync(source).filter((name) => name.endsWith('.test.ts'));
  if (suites.length === 0) throw new Error(`There is no *.test.ts in ${source}.`);
  await build({
    entryPoints: ['index.ts', ...suites].map((name) => join(source, name)),
    outdir: output,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(output, 'index.js');
}
