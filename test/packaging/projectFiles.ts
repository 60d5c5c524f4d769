import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './Lockfile.js';

/** Files below a folder of the project, with its name in front and `/` between, sorted. */
export function filesIn(folder: string, pattern: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => pattern.test(name))
    .sort();
}

export function exists(path: string): boolean {
  return existsSync(join(root, path));
}

export function text(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
