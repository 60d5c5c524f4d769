import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { NodeFileSystem } from '../../server/src/node/NodeFileSystem.js';

suite('NodeFileSystem', () => {
  const files = new NodeFileSystem();
  let root: string;

  setup(async () => {
    root = await mkdtemp(join(tmpdir(), 'docbridge-fs-'));
  });
  teardown(async () => {
    await rm(root, { recursive: true, force: true });
  });

  const text = (bytes: Uint8Array | undefined): string | undefined =>
    bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);

  test('a written file is read back, with private modes, and no temporary file stays', async () => {
    const path = join(root, 'a', 'b', 'state.json');
    await files.write(path, bytes('one'));
    await files.write(path, bytes('two'));
    assert.equal(text(await files.read(path)), 'two');
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.equal((await stat(join(root, 'a'))).mode & 0o777, 0o700);
    assert.equal((await stat(join(root, 'a', 'b'))).mode & 0o777, 0o700);
    assert.deepEqual(await readdir(join(root, 'a', 'b')), ['state.json']);
  });

  test('a mode is taken over', async () => {
    const path = join(root, 'script');
    await files.write(path, bytes('x'), { mode: 0o700 });
    assert.equal((await stat(path)).mode & 0o777, 0o700);
  });

  test('what is not there is undefined or empty', async () => {
    assert.equal(await files.read(join(root, 'missing')), undefined);
    assert.deepEqual(await files.list(join(root, 'missing')), []);
    await files.write(join(root, 'file'), bytes('x'));
    assert.equal(await files.read(join(root, 'file', 'below')), undefined);
    assert.deepEqual(await files.list(join(root, 'file')), []);
  });

  test('only the first of many creators wins, and its content stays whole', async () => {
    const path = join(root, 'lock');
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => files.create(path, bytes(`owner ${index}`))),
    );
    assert.equal(results.filter((won) => won).length, 1);
    assert.equal(text(await files.read(path)), `owner ${results.indexOf(true)}`);
    assert.equal(await files.create(path, bytes('late')), false);
    assert.deepEqual(await readdir(root), ['lock']);
  });

  test('removes files and whole directories, and nothing when there is none', async () => {
    await files.write(join(root, 'a', 'b', 'c'), bytes('x'));
    await files.write(join(root, 'a', 'd'), bytes('y'));
    await files.remove(join(root, 'a', 'd'));
    await files.remove(join(root, 'a', 'd'));
    assert.deepEqual(await files.list(join(root, 'a')), [{ name: 'b', kind: 'directory' }]);
    await files.remove(join(root, 'a'));
    assert.deepEqual(await readdir(root), []);
  });

  test('lists names in code unit order, without what a killed write left behind', async () => {
    await mkdir(join(root, 'b'));
    for (const name of ['a', 'B', 'ä', '.docbridge-tmp-0011-a']) await writeFile(join(root, name), '');
    assert.deepEqual(await files.list(root), [
      { name: 'B', kind: 'file' },
      { name: 'a', kind: 'file' },
      { name: 'b', kind: 'directory' },
      { name: 'ä', kind: 'file' },
    ]);
  });

  test('a failed write leaves the old content and no temporary file', async () => {
    const path = join(root, 'target');
    await mkdir(path);
    await writeFile(join(path, 'inside'), 'kept');
    await assert.rejects(files.write(path, bytes('new')));
    assert.equal(text(await files.read(join(path, 'inside'))), 'kept');
    assert.deepEqual(await readdir(root), ['target']);
  });
});
