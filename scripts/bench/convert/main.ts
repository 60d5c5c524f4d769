// npm run bench:convert [-- --json] [--only conversion,edit,engine,hostile,memory] [--variants NAME,...] [--rounds N]
// [--profile]. DOCBRIDGE_CORPUS names a folder of Markdown pages to measure with; without it pages are generated.
import { join } from 'node:path';
import { bundle, type Places } from './bundle.js';
import { formatRows } from './formatRows.js';
import { readInputs } from './inputs.js';
import { installPeers } from './installPeers.js';
import { measureAll } from './measureAll.js';
import { profile } from './profileOurs.js';
import { readOptions } from './readOptions.js';

const source = import.meta.dirname;
const root = join(source, '../../..');
const places: Places = { root, source, cache: join(root, 'node_modules/.cache/docbridge/bench') };

const options = readOptions(process.argv.slice(2));
const inputs = readInputs(process.env['DOCBRIDGE_CORPUS']);
installPeers(join(source, 'peers/package.json'), places.cache);
const worker = await bundle(places, 'worker.ts', 'worker', { minify: false });
if (options.profile) {
  process.stdout.write(await profile(places, worker.file, inputs));
} else {
  const rows = await measureAll(places, worker.file, inputs, options);
  if (options.json) process.stdout.write(`${JSON.stringify({ rows })}\n`);
  else {
    process.stdout.write(
      `${inputs.origin}; medians of ${options.rounds} rounds in turn, Node ${process.versions.node}\n\n` +
        formatRows(rows),
    );
  }
}
