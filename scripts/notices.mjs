// Writes THIRD-PARTY-NOTICES: every package whose code is in a bundle, with its licence. Ends with exit code 1
// when a licence is not on the list below. Reads what the last build left in dist/meta-*.json.
//   --check     writes nothing; exit code 1 when the committed file is out of date
//   --json      prints the packages instead: [{ name, version, license, bundles }]
//   --root DIR  another project folder
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** SPDX identifiers of licences that a bundle may carry. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Python-2.0',
  'Zlib',
]);

const { values: options } = parseArgs({
  options: { check: { type: 'boolean' }, json: { type: 'boolean' }, root: { type: 'string' } },
});
const root = options.root ?? join(import.meta.dirname, '..');
const target = join(root, 'THIRD-PARTY-NOTICES');

function fail(message) {
  process.stderr.write(`notices: ${message}\n`);
  process.exit(1);
}

/** Folders of the packages in the bundles, with the names of the bundles. */
function shippedFolders() {
  const dist = join(root, 'dist');
  const metafiles = existsSync(dist) ? readdirSync(dist).filter((name) => /^meta-\w+\.json$/.test(name)) : [];
  if (metafiles.length === 0) fail('dist/ has no meta-*.json; run "npm run build" first.');
  const folders = new Map();
  for (const file of metafiles.sort()) {
    const bundle = file.slice('meta-'.length, -'.json'.length);
    const { outputs } = JSON.parse(readFileSync(join(dist, file), 'utf8'));
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
        if (folder === undefined || bytesInOutput === 0) continue;
        folders.set(folder, (folders.get(folder) ?? new Set()).add(bundle));
      }
    }
  }
  return folders;
}

function describe([folder, bundles]) {
  const path = join(root, folder);
  const { name, version, license, author, repository } = JSON.parse(
    readFileSync(join(path, 'package.json'), 'utf8'),
  );
  const texts = readdirSync(path)
    .filter((file) => /^(licen[cs]e|copying|notice|third-?party-?notices)([.-].*)?$/i.test(file))
    .sort()
    .map((file) => tidy(readFileSync(join(path, file), 'utf8')));
  const holder = typeof author === 'string' ? author : author?.name;
  const url = typeof repository === 'string' ? repository : repository?.url;
  return { name, version, license: license ?? 'none stated', bundles: [...bundles], texts, holder, url };
}

function tidy(text) {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

/** Whether an SPDX expression of identifiers, AND, OR and parentheses is satisfied by the list. */
function isAllowed(expression) {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  const term = () => {
    const word = words.shift();
    if (word !== '(') return allowed.has(word);
    const inside = either();
    return words.shift() === ')' && inside;
  };
  const all = () => {
    let result = term();
    while (words[0] === 'AND') {
      words.shift();
      result = term() && result;
    }
    return result;
  };
  const either = () => {
    let result = all();
    while (words[0] === 'OR') {
      words.shift();
      result = all() || result;
    }
    return result;
  };
  const result = either();
  return words.length === 0 && result;
}

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to
permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The licence of a package that ships no text of it. */
function standardText({ name, license, holder }, packages) {
  const by = holder === undefined ? `the authors of ${name}` : holder;
  if (license === 'MIT') return `Copyright (c) ${by}\n\n${mit}`;
  const same = packages.find((other) => other.license === license && other.texts.length > 0);
  if (same === undefined) fail(`${name} (${license}) ships no licence text, and no other package has one.`);
  return `Copyright (c) ${by}\n\nLicensed under ${license}; the text is the one of ${same.name} in this file.`;
}

/** Packages with the same text stand together. */
function noticesOf(packages) {
  const groups = new Map();
  for (const each of packages) {
    const text = each.texts.length > 0 ? each.texts.join('\n\n') : standardText(each, packages);
    groups.set(text, [...(groups.get(text) ?? []), each]);
  }
  const sections = [...groups].map(([text, members]) => {
    const heads = members.map(
      ({ name, version, license, bundles, url }) =>
        `${name} ${version} (${license}; in ${bundles.join(', ')})${url === undefined ? '' : `\n  ${url}`}`,
    );
    return `${heads.join('\n')}\n\n${text}\n`;
  });
  const rule = `\n${'-'.repeat(80)}\n\n`;
  const intro =
    'Docbridge ships code of these packages in its bundles: "client" and "server" in the extension, "cli" in the\n' +
    'command line. Each package stays under its own licence. Made by scripts/notices.mjs; do not edit.\n';
  return [intro, ...sections].join(rule);
}

const byName = (one, other) =>
  one.name < other.name ? -1 : one.name > other.name ? 1 : one.version < other.version ? -1 : 1;
const packages = [...shippedFolders()].map(describe).sort(byName);
const refused = packages.filter(({ license }) => !isAllowed(license));
if (refused.length > 0) {
  const list = refused.map(({ name, version, license }) => `${name} ${version} (${license})`).join(', ');
  fail(`not on the list of licences: ${list}.`);
}

if (options.json === true) {
  const rows = packages.map(({ name, version, license, bundles }) => ({ name, version, license, bundles }));
  process.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
} else if (options.check === true) {
  const written = existsSync(target) ? readFileSync(target, 'utf8') : '';
  if (written !== noticesOf(packages)) fail('THIRD-PARTY-NOTICES is out of date; run "npm run notices".');
} else {
  writeFileSync(target, noticesOf(packages));
  process.stdout.write(`notices: ${packages.length} packages\n`);
}
