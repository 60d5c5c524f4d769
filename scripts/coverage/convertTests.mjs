// The one file that mocha is given: every file of the conversion, so that none is left out because no test asks for it,
// and then its tests. It ends in .mjs because mocha asks require() first for every other kind.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';

const root = join(import.meta.dirname, '../..');

function filesIn(folder, ending) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => pathToFileURL(join(entry.parentPath, entry.name)).href)
    .sort();
}

// Generated documents are the same ones in every run, so that what they reach is, too.
fc.configureGlobal({ seed: 1 });
for (const file of filesIn('server/src/convert', '.ts')) await import(file);
for (const file of filesIn('test/convert', '.test.ts')) await import(file);
