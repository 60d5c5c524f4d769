import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AtomicFs } from '../../server/src/git/AtomicFs.js';

suite('AtomicFs', () => {
  const fs = new AtomicFs();
  let root: string;

  setup(async () => {
    root = await mkdtemp(join(tmpdir(), 'docbridge-atomic-'));
  });
  teardown(async () => {
    await rm(root, { recursive: true, force: true });
  });

  test('writers at the same time leave the whole content of one of them, and nothing else', async () => {
    const path = join(root, 'object');
    const contents = Array.from({ length: 10 }, (_, index) => `${index}`.repeat(100_000));
    await Promise.all(contents.map((content) => fs.promises.writeFile(path, content)));
    assert.ok(contents.includes(await readFile(path, 'utf8')));
    assert.deepEqual(await readdir(root), ['object']);
    assert.equal((await stat(path)).mode & 0o777, 0o600);
  });

  test('a write replaces the file by another one, so a reader of the old one keeps it whole', async () => {
    const path = join(root, 'object');
    await writeFile(path, 'old');
    const { ino } = await stat(path);
    await fs.promises.writeFile(path, 'new');
    assert.notEqual((await stat(path)).ino, ino);
  });

  test('a write that fails leaves what was there and no temporary file', async () => {
    const path = join(root, 'folder');
    await mkdir(path);
    await assert.rejects(fs.promises.writeFile(path, 'x'));
    assert.deepEqual(await readdir(root), ['folder']);
    await assert.rejects(fs.promises.writeFile(join(root, 'missing', 'x'), 'x'), { code: 'ENOENT' });
  });
});
