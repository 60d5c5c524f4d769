import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { NodeClock } from '../../../server/src/node/NodeClock.js';
import { NodeFileSystem } from '../../../server/src/node/NodeFileSystem.js';
import { NodeHash } from '../../../server/src/node/NodeHash.js';
import { NodeRandom } from '../../../server/src/node/NodeRandom.js';
import {
  openEmbeddedStore,
  type EmbeddedStore,
} from '../../../server/src/platforms/embedded/store/EmbeddedStore.js';

interface Line {
  readonly document?: string;
  readonly version?: number;
  readonly gone?: string;
}

const writer = fileURLToPath(new URL('./endlessWriter.ts', import.meta.url));

/** Lets a writer run until it has said `lines` lines, kills it, and returns all that it said. */
async function writeAndKill(directory: string, lines: number): Promise<Line[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: Line[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(JSON.parse(line) as Line);
    if (said.length === lines) child.kill('SIGKILL');
  }
  assert.ok(said.length >= lines, 'the writer ran until it was killed');
  return said;
}

async function checkFiles(directory: string): Promise<void> {
  assert.ok(!existsSync(join(directory, 'journal.json')), 'the journal is worked off');
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile() && one.name.endsWith('.json'))) {
    if (!entry.name.startsWith('.')) JSON.parse(await readFile(join(entry.parentPath, entry.name), 'utf8'));
  }
}

function checkRecords(store: EmbeddedStore): void {
  for (const { folderId } of store.state.documents.values()) {
    assert.ok(folderId !== null && store.state.folders.get(folderId) !== undefined, 'its folder is there');
  }
  for (const { id } of store.state.folders.values()) {
    const inFolder = store.state.documents.filter(({ folderId }) => folderId === id);
    const positions = inFolder.map(({ position }) => position).sort();
    assert.deepEqual(positions, [0, 1, 2].slice(0, positions.length), 'no move is half done');
  }
}

suite('A store whose process is killed', () => {
  test('holds every write that was confirmed, and none half', async function () {
    this.timeout(120_000);
    const directory = await mkdtemp(join(tmpdir(), 'docbridge-kill-'));
    try {
      const versions = new Map<string, number>();
      const gone = new Set<string>();
      for (const lines of [1, 5, 12, 26, 41]) {
        for (const line of await writeAndKill(directory, lines)) {
          if (line.gone !== undefined) gone.add(line.gone);
          else versions.set(line.document ?? '', line.version ?? 0);
        }
        const store = await openEmbeddedStore({
          directory,
          fs: new NodeFileSystem(),
          clock: new NodeClock(),
          random: new NodeRandom(),
          hash: new NodeHash(),
        });
        await checkFiles(directory);
        checkRecords(store);
        const removed = new Set<string>();
        for (const [id, version] of versions) {
          const document = store.state.documents.get(id);
          if (document === undefined) removed.add(id);
          else assert.ok(document.version >= version && !gone.has(id), 'nothing that was confirmed is lost');
        }
        // A folder's removal may be durable before its three documents are reported gone.
        const unreported = [...removed].filter((id) => !gone.has(id));
        assert.ok(unreported.length <= 3, 'only what was removed is gone');
        for (const id of unreported) versions.delete(id);
      }
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});
