import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BindingLockedError } from '../../../server/src/errors/usageErrors.js';
import { NodeClock } from '../../../server/src/node/NodeClock.js';
import { NodeFileSystem } from '../../../server/src/node/NodeFileSystem.js';
import { NodeHash } from '../../../server/src/node/NodeHash.js';
import { NodeProcesses } from '../../../server/src/node/NodeProcesses.js';
import { NodeRandom } from '../../../server/src/node/NodeRandom.js';
import type { FileSystem } from '../../../server/src/ports/FileSystem.js';
import type { Processes } from '../../../server/src/ports/Processes.js';
import { nullLogger } from '../../../server/src/ports/Logger.js';
import { BindingLock } from '../../../server/src/sync/state/BindingLock.js';

const holder = new URL('../../support/state/holdLock.ts', import.meta.url);

/** A disk that cannot be listed. */
class UnlistableFiles extends NodeFileSystem {
  override list(): ReturnType<NodeFileSystem['list']> {
    return Promise.reject(new Error('EMFILE'));
  }
}

suite('BindingLock', () => {
  let folder: string;
  const processes = new NodeProcesses();
  const lock = (table: Processes = processes, fileSystem: FileSystem = new NodeFileSystem()) =>
    new BindingLock(folder, 'handbook', {
      fileSystem,
      hash: new NodeHash(),
      clock: new NodeClock(),
      random: new NodeRandom(),
      processes: table,
      logger: nullLogger,
    });

  setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docbridge-lock-'));
  });
  teardown(() => rm(folder, { recursive: true }));

  test('is held by one at a time and free again after', async () => {
    const first = await lock().take();
    await assert.rejects(lock().take(), (error) => {
      assert.ok(error instanceof BindingLockedError);
      assert.match(error.message, new RegExp(`process ${process.pid} `, 'u'));
      return true;
    });
    await first.release();
    await (await lock().take()).release();
    assert.deepEqual(await readdir(join(folder, 'lock')), []);
  });

  test('is left free when taking it fails', async () => {
    await assert.rejects(lock(processes, new UnlistableFiles()).take(), /EMFILE/u);
    await (await lock().take()).release();
  });

  test('never has two holders, whoever comes when', async () => {
    let holders = 0;
    let most = 0;
    let taken = 0;
    await Promise.all(
      Array.from({ length: 12 }, async () => {
        try {
          const held = await lock().take();
          holders += 1;
          taken += 1;
          most = Math.max(most, holders);
          await new NodeClock().sleep(5);
          holders -= 1;
          await held.release();
        } catch (error) {
          assert.ok(error instanceof BindingLockedError);
        }
      }),
    );
    assert.ok(most <= 1, `${most} held it at once`);
    assert.ok(taken >= 1);
  });

  test('of another process is respected while it lives and taken over when it was killed', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', holder.pathname, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    await assert.rejects(lock().take(), BindingLockedError);
    child.kill('SIGKILL');
    await ended;
    await (await lock().take()).release();
  });

  test('of a process whose id was given to another one is taken over', async () => {
    await mkdir(join(folder, 'lock'));
    const { host, pid } = processes.self();
    await writeFile(join(folder, 'lock', `${host}~${pid}~earlier-boot~x`), new Date().toISOString());
    const asLinux = {
      self: () => processes.self(),
      isAlive: ({ started }: { readonly started: string }) => started !== 'earlier-boot',
    };
    await (await lock(asLinux).take()).release();
    assert.deepEqual(await readdir(join(folder, 'lock')), []);
  });

  test('of another host counts as long as its heartbeat is fresh', async () => {
    await mkdir(join(folder, 'lock'));
    const file = join(folder, 'lock/elsewhere.example~1~x~y');
    await writeFile(file, new Date().toISOString());
    await assert.rejects(lock().take(), /process 1 on elsewhere\.example/u);
    await writeFile(file, '');
    await assert.rejects(lock().take(), BindingLockedError);
    await writeFile(file, new Date(Date.now() - 3_600_000).toISOString());
    await (await lock().take()).release();
  });
});
