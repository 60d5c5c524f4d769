import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../cacheFolder.js';
import { runTool } from '../runTool.js';
import { readExamples, type Example } from './readExamples.js';

const FILES = ['spec.txt', 'extensions.txt'] as const;

/** Footnote examples that later releases brought; the 52 that every converter is counted by do not have them. */
const LATER = /This footnote is referenced|\[\^"><script>/;

/**
 * The 52 examples of GFM's extensions: those of cmark-gfm's specification that name an extension, and those of its
 * extension tests. They are no part of this project, so they come from Debian's source package, once, into a cache.
 * Throws an Error when that cannot be had.
 */
export function gfmExamples(): readonly Example[] {
  const folder = cacheFolder('gfm');
  if (!FILES.every((name) => existsSync(join(folder, name)))) download(folder);
  const [spec = [], extensions = []] = FILES.map((name) =>
    readExamples(readFileSync(join(folder, name), 'utf8')),
  );
  return [
    ...spec.filter(({ labels }) => labels.length > 0),
    ...extensions.filter(({ markdown }) => !LATER.test(markdown)),
  ];
}

function download(folder: string): void {
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Error(`without apt-get, put ${FILES.join(' and ')} of cmark-gfm's folder test/ into ${folder}`);
  }
  process.stderr.write('conformance: obtaining the examples of cmark-gfm from the Debian sources\n');
  const own = cacheFolder('apt');
  for (const name of ['lists/partial', 'archives/partial']) mkdirSync(join(own, name), { recursive: true });
  writeFileSync(join(own, 'sources.list'), `${sourceLines().join('\n')}\n`);
  const options = [
    `Dir::Etc::sourcelist=${join(own, 'sources.list')}`,
    'Dir::Etc::sourceparts=/dev/null',
    `Dir::State::lists=${join(own, 'lists')}`,
    `Dir::Cache=${own}`,
  ].flatMap((option) => ['-o', option]);
  runTool('apt-get', [...options, 'update']);
  runTool('apt-get', [...options, 'source', '--download-only', '--tar-only', 'cmark-gfm'], { cwd: own });
  const archive = readdirSync(own).find((name) => /^cmark-gfm_.*\.orig\.tar\./.test(name));
  if (archive === undefined) throw new Error('apt-get left no source archive of cmark-gfm');
  runTool('tar', [
    '-xf',
    join(own, archive),
    '-C',
    folder,
    '--strip-components=2',
    '--wildcards',
    ...FILES.map((name) => `*/test/${name}`),
  ]);
}

/** `deb-src` lines for the archives that this machine installs from. */
function sourceLines(): readonly string[] {
  const targets = runTool('apt-get', [
    'indextargets',
    '--format',
    '$(REPO_URI)|$(RELEASE)|$(COMPONENT)',
    'Created-By: Packages',
    'Origin: Debian',
  ]);
  const lines = targets
    .toString('utf8')
    .split('\n')
    .filter((line) => /^https?:.*\|.*\|main$/.test(line))
    .map((line) => `deb-src ${line.split('|').join(' ')}`);
  return lines.length > 0 ? [...new Set(lines)] : ['deb-src https://deb.debian.org/debian stable main'];
}
