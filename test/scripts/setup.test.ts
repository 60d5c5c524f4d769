import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const script = join(import.meta.dirname, '../../scripts/setup.mjs');

suite('scripts/setup.mjs', () => {
  let root: string;
  let npm: string;

  /** A project whose npm and build only say that they ran. */
  setup(async () => {
    root = await mkdtemp(join(tmpdir(), 'docbridge-setup-'));
    npm = join(root, 'fake-npm.js');
    for (const folder of ['scripts', 'client', 'server', 'node_modules', 'dist'])
      await mkdir(join(root, folder));
    await copyFile(script, join(root, 'scripts/setup.mjs'));
    await writeFile(join(root, 'package.json'), '{}');
    await writeFile(join(root, 'package-lock.json'), '{}');
    await writeFile(join(root, 'server/a.ts'), '');
    await writeFile(
      npm,
      'console.error("NPM " + process.argv.slice(2).join(" "));' +
        'require("node:fs").writeFileSync("node_modules/.package-lock.json", "{}");',
    );
    await writeFile(
      join(root, 'esbuild.mjs'),
      'import { writeFileSync } from "node:fs"; console.error("BUILD"); writeFileSync("dist/.built", "");',
    );
  });
  teardown(() => rm(root, { recursive: true }));

  function run(options: { readonly path?: string; readonly node?: readonly string[] } = {}) {
    const { status, stderr } = spawnSync(
      process.execPath,
      [...(options.node ?? []), join(root, 'scripts/setup.mjs')],
      { encoding: 'utf8', env: { PATH: options.path ?? process.env['PATH'], npm_execpath: npm } },
    );
    return { status, stderr };
  }

  test('installs and builds on a fresh clone, then does nothing', () => {
    const first = run();
    assert.equal(first.status, 0, first.stderr);
    assert.match(first.stderr, /NPM ci --include=dev --ignore-scripts/u);
    assert.match(first.stderr, /BUILD/u);
    assert.deepEqual(run(), { status: 0, stderr: '' });
  });

  test('installs again only when the lockfile changed', async () => {
    run();
    assert.deepEqual(run(), { status: 0, stderr: '' });
    await writeFile(join(root, 'package-lock.json'), '{ "changed": true }');
    const later = new Date(Date.now() + 60_000);
    await utimes(join(root, 'package-lock.json'), later, later);
    assert.match(run().stderr, /NPM ci/u);
  });

  test('builds again when a source changed', async () => {
    run();
    const later = new Date(Date.now() + 60_000);
    await utimes(join(root, 'server/a.ts'), later, later);
    assert.match(run().stderr, /BUILD/u);
  });

  test('a failing build fails', async () => {
    await writeFile(join(root, 'esbuild.mjs'), 'process.exit(3);');
    const { status, stderr } = run();
    assert.equal(status, 1);
    assert.match(stderr, /building failed \(exit code 3\)/u);
  });

  test('says what to do where git is missing', () => {
    const { status, stderr } = run({ path: root });
    assert.equal(status, 1);
    assert.match(stderr, /git was not found.*Install it/u);
  });

  test('says what to do where Node is too old', () => {
    const old =
      'data:text/javascript,Object.defineProperty(process, "versions", { value: { node: "20.18.9" } })';
    const { status, stderr } = run({ node: ['--import', old] });
    assert.equal(status, 1);
    assert.match(stderr, /Node 20\.18\.9 is too old; Docbridge needs 20\.19 or later\. Install it/u);
  });
});
