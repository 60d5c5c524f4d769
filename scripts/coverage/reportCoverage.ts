import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import process from 'node:process';
import { runTool } from '../conformance/runTool.js';
import type { FileCoverage } from './FileCoverage.js';
import { readIstanbul, type IstanbulFile } from './readIstanbul.js';

const root = join(import.meta.dirname, '../..');

/**
 * What V8 wrote into `raw` about the source files beneath `folder` (from the root of the checkout), read by c8, one
 * entry a file. Throws when a file is missing: c8 leaves out in silence what it cannot read.
 */
export function reportCoverage(raw: string, folder: string): readonly FileCoverage[] {
  const reports = join(raw, 'reports');
  runTool(
    process.execPath,
    [
      ...[join(root, 'node_modules', 'c8', 'bin', 'c8.js'), 'report', '--temp-directory', raw],
      ...['--include', `${folder}/**`, '--extension', '.ts', '--exclude', 'none'],
      ...['--reporter', 'json', '--reports-dir', reports],
    ],
    { cwd: root },
  );
  const found = JSON.parse(readFileSync(join(reports, 'coverage-final.json'), 'utf8')) as Readonly<
    Record<string, IstanbulFile>
  >;
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const path = relative(join(root, folder), file).split(sep).join('/');
      const coverage = found[file];
      if (coverage === undefined) throw new Error(`nothing is known about ${path}`);
      return readIstanbul(path, coverage);
    });
}
