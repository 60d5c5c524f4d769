import assert from 'node:assert/strict';
import { copyFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { GitFailureError } from '../../server/src/errors/gitErrors.js';
import { NetworkError } from '../../server/src/errors/networkErrors.js';
import { StateError } from '../../server/src/errors/usageErrors.js';
import { AtomicFs } from '../../server/src/git/AtomicFs.js';
import type { GitServer } from '../support/gitServer.js';
import { startGitServer } from '../support/gitServer.js';
import { git } from '../support/gitServerCommand.js';
import type { TestRemotes } from '../support/gitServerRemote.js';
import { commitRequest, createTestRemotes, readTexts, writeText } from '../support/gitServerRemote.js';

suite('a damaged cache of a remote', () => {
  let server: GitServer;
  let remotes: TestRemotes;
  let cacheDirectory: string;
  let head: string;
  const files = { 'a.md': 'A', 'b/c.md': 'C' };

  setup(async () => {
    server = await startGitServer();
    await server.createRepository('docs');
    head = await server.commit('docs', files);
    remotes = await createTestRemotes();
    cacheDirectory = join(remotes.folder, 'cache');
    await readTexts(open(), head);
  });
  teardown(async () => {
    await remotes.dispose();
    await server.stop();
  });

  const open = (): ReturnType<TestRemotes['open']> =>
    remotes.open({ url: server.url('docs'), cacheDirectory });

  async function filesOf(folder: string): Promise<string[]> {
    const names = await readdir(folder, { recursive: true });
    const found = [];
    for (const name of names.sort())
      if ((await stat(join(folder, name))).isFile()) found.push(join(folder, name));
    return found;
  }

  test('every file of it emptied, cut in half, filled with zeros or removed, one at a time: nothing is lost', async () => {
    const count = (await filesOf(cacheDirectory)).length;
    assert.ok(count >= 5);
    for (let index = 0; index < count; index++) {
      for (const damage of ['empty', 'half', 'zeros', 'removed']) {
        const path = (await filesOf(cacheDirectory))[index] ?? '';
        const { size } = await stat(path);
        if (damage === 'empty') await truncate(path, 0);
        else if (damage === 'half') await truncate(path, Math.floor(size / 2));
        else if (damage === 'zeros') await writeFile(path, Buffer.alloc(size));
        else await rm(path);
        assert.deepEqual(await readTexts(open(), head), files, `${damage} ${path}`);
        const next = await server.commit('docs', { 'n.md': `${index}${damage}` });
        assert.deepEqual(
          await readTexts(open(), next),
          { ...files, 'n.md': `${index}${damage}` },
          `${damage} ${path}`,
        );
        await git(server.path('docs'), ['update-ref', 'refs/heads/main', head]);
        await rm(cacheDirectory, { recursive: true });
        await readTexts(open(), head);
      }
    }
  });

  test('one that is damaged under way is repaired under way', async () => {
    const remote = open();
    const { entries } = await remote.snapshot(head);
    await rm(cacheDirectory, { recursive: true });
    await remote.dispose();
    const fresh = open();
    await fresh.snapshot(head);
    for (const path of await filesOf(cacheDirectory)) await truncate(path, 0);
    const again = open();
    const result = await again.commit(commitRequest(head, [writeText('b/d.md', 'D')]));
    assert.ok(result.kind === 'committed');
    assert.deepEqual(await readTexts(again, result.commit), { ...files, 'b/d.md': 'D' });
    assert.equal(entries.size, 2);
    assert.equal(await git(server.path('docs'), ['fsck', '--full', '--strict']), '');
  });

  test('with the server away it rejects; it never reads as "no files"', async () => {
    for (const path of await filesOf(cacheDirectory)) await truncate(path, 0);
    server.fault = { status: 503 };
    await assert.rejects(open().snapshot(head), GitFailureError);
    server.fault = { cutAfter: 0 };
    await assert.rejects(open().snapshot(head), NetworkError);
    server.fault = undefined;
    assert.deepEqual(await readTexts(open(), head), files);
  });

  test('a full disk is named for what it is, and the same remote goes on once there is room', async () => {
    const disk = new AtomicFs();
    let full = true;
    const writeFile: typeof disk.promises.writeFile = (path, data) =>
      full
        ? Promise.reject(
            Object.assign(new Error('ENOSPC: no space left on device, write'), {
              code: 'ENOSPC',
              syscall: 'write',
            }),
          )
        : disk.promises.writeFile(path, data);
    const gitFileSystem = { promises: { ...disk.promises, writeFile } };
    const remote = remotes.open({ url: server.url('docs'), gitFileSystem });
    const isFull = (error: unknown): boolean => {
      assert.ok(error instanceof StateError, String(error));
      assert.match(error.message, /ENOSPC/);
      return true;
    };
    await assert.rejects(remote.snapshot(head), isFull);
    full = false;
    assert.deepEqual(await readTexts(remote, head), files);
    const next = await server.commit('docs', { 'n.md': 'N' });
    full = true;
    await assert.rejects(remote.snapshot(next), isFull);
    full = false;
    assert.deepEqual(await readTexts(remote, next), { ...files, 'n.md': 'N' });
  });

  test('when too many packs pile up, the cache starts again from one', async () => {
    const folder = join(cacheDirectory, 'objects.git', 'objects', 'pack');
    const [index = ''] = (await readdir(folder)).filter((name) => name.endsWith('.idx'));
    for (let copy = 0; copy < 70; copy++)
      await copyFile(join(folder, index), join(folder, `pack-${copy}.idx`));
    assert.deepEqual(await readTexts(open(), head), files);
    assert.equal((await readdir(folder)).filter((name) => name.endsWith('.idx')).length, 1);
  });
});
