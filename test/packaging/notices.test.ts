import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './Lockfile.js';

interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly bundles: readonly string[];
}

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [join(root, 'scripts/notices.mjs'), ...args], { encoding: 'utf8' });
}

/** A project with one bundle, whose inputs are `packages`: folder → licence and, where there is one, its text. */
class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'docbridge-notices-'));

  constructor(
    packages: Readonly<
      Record<string, { readonly license?: string; readonly text?: string; readonly unused?: true }>
    >,
  ) {
    const inputs: Record<string, { readonly bytesInOutput: number }> = {
      'src/main.ts': { bytesInOutput: 9 },
    };
    for (const [folder, { license, text, unused }] of Object.entries(packages)) {
      const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
      this.#write(
        `${folder}/package.json`,
        JSON.stringify({ name, version: '1.0.0', license, author: 'Ada <a@b.c>' }),
      );
      if (text !== undefined) this.#write(`${folder}/LICENSE`, text);
      inputs[`${folder}/lib/index.js`] = { bytesInOutput: unused === true ? 0 : 1 };
    }
    this.#write('dist/meta-cli.json', JSON.stringify({ outputs: { 'dist/cli.js': { inputs } } }));
  }

  get notices(): string {
    return readFileSync(this.file, 'utf8');
  }

  get file(): string {
    return join(this.folder, 'THIRD-PARTY-NOTICES');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  #write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }
}

suite('what ships', () => {
  test('has allowed licences, and THIRD-PARTY-NOTICES lists all of it', () => {
    const { status, stderr } = run('--check');
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  test('is known for each of the three bundles, and holds no banned package', () => {
    const shipped = JSON.parse(run('--json').stdout) as readonly Shipped[];
    assert.deepEqual([...new Set(shipped.flatMap(({ bundles }) => bundles))].sort(), [
      'cli',
      'client',
      'server',
    ]);
    const names = shipped.map(({ name }) => name);
    assert.ok(names.includes('isomorphic-git'));
    for (const banned of ['simple-get', 'gray-matter', 'fernet'])
      assert.equal(names.includes(banned), false, banned);
    const inExtension = shipped.filter(({ bundles }) => bundles.some((bundle) => bundle !== 'cli'));
    assert.equal(
      inExtension.some(({ name }) => name === 'fastify' || name === 'pino'),
      false,
      'the REST server is in cli.js alone',
    );
  });

  for (const bundle of ['client.cjs', 'server.cjs', 'cli.js']) {
    test(`evaluates no text as a program: dist/${bundle}`, () => {
      const source = readFileSync(join(root, 'dist', bundle), 'utf8');
      assert.ok(source.length > 100_000);
      assert.doesNotMatch(source, /(?<![\w$.])eval\(/u);
    });
  }

  test('keeps THIRD-PARTY-NOTICES in the extension package', () => {
    const kept = readFileSync(join(root, '.vscodeignore'), 'utf8').split('\n');
    assert.ok(kept.some((line) => /^!THIRD-PARTY-NOTICES\*?$/u.test(line)));
  });
});

suite('scripts/notices.mjs', () => {
  let project: Project | undefined;
  teardown(() => {
    project?.remove();
    project = undefined;
  });

  function inProject(packages: ConstructorParameters<typeof Project>[0], ...args: readonly string[]) {
    project = new Project(packages);
    return { project, ...run('--root', project.folder, ...args) };
  }

  test('writes the text of every package in a bundle, nested and scoped ones too', () => {
    const { project: made, status } = inProject({
      'node_modules/a': { license: 'MIT', text: 'Text of a.  \r\nSecond line.' },
      'node_modules/a/node_modules/@b/c': { license: 'ISC', text: 'Text of c.' },
    });
    assert.equal(status, 0);
    assert.match(made.notices, /^a 1\.0\.0 \(MIT; in cli\)\n\nText of a\.\nSecond line\.$/mu);
    assert.match(made.notices, /^@b\/c 1\.0\.0 \(ISC; in cli\)\n\nText of c\.$/mu);
  });

  test('leaves out a package whose code was dropped from the bundle', () => {
    const { project: made } = inProject({
      'node_modules/a': { license: 'MIT', text: 'Text of a.' },
      'node_modules/gone': { license: 'GPL-3.0-only', unused: true },
    });
    assert.doesNotMatch(made.notices, /gone/u);
  });

  test('names the author where a package ships no text', () => {
    const { project: made } = inProject({ 'node_modules/a': { license: 'MIT' } });
    assert.match(made.notices, /Copyright \(c\) Ada <a@b\.c>\n\nPermission is hereby granted/u);
  });

  for (const license of [
    'GPL-3.0-only',
    '(MIT AND GPL-3.0-only)',
    'SEE LICENSE IN LICENSE.txt',
    'UNLICENSED',
  ]) {
    test(`refuses ${license}`, () => {
      const { status, stderr } = inProject({ 'node_modules/a': { license, text: 'x' } });
      assert.equal(status, 1);
      assert.ok(stderr.includes(`a 1.0.0 (${license})`), stderr);
    });
  }

  test('refuses a package that states no licence', () => {
    const { status, stderr } = inProject({ 'node_modules/a': { text: 'x' } });
    assert.equal(status, 1);
    assert.match(stderr, /none stated/u);
  });

  for (const license of [
    '(MIT OR GPL-3.0-only)',
    '(GPL-3.0-only OR (ISC AND Zlib))',
    '(MIT AND BSD-3-Clause)',
  ]) {
    test(`takes ${license}`, () => {
      assert.equal(inProject({ 'node_modules/a': { license, text: 'x' } }).status, 0);
    });
  }

  test('says with --check that the file is missing or out of date, and writes nothing', () => {
    const { project: made, status, stderr } = inProject({ 'node_modules/a': { license: 'MIT' } }, '--check');
    assert.equal(status, 1);
    assert.match(stderr, /out of date/u);
    assert.equal(run('--root', made.folder).status, 0);
    assert.equal(run('--root', made.folder, '--check').status, 0);
    appendFileSync(made.file, 'by hand');
    assert.equal(run('--root', made.folder, '--check').status, 1);
    assert.match(made.notices, /by hand$/u);
  });

  test('asks for a build where there is none', () => {
    const { project: made } = inProject({});
    rmSync(join(made.folder, 'dist'), { recursive: true });
    const { status, stderr } = run('--root', made.folder);
    assert.equal(status, 1);
    assert.match(stderr, /npm run build/u);
  });
});
