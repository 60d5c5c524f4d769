import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Json } from '../../../server/src/convert/tiptap.js';
import { parseConfiguration } from '../../../server/src/config/parseConfiguration.js';
import { StateError } from '../../../server/src/errors/usageErrors.js';
import { NodeClock } from '../../../server/src/node/NodeClock.js';
import { NodeFileSystem } from '../../../server/src/node/NodeFileSystem.js';
import { NodeHash } from '../../../server/src/node/NodeHash.js';
import { NodeProcesses } from '../../../server/src/node/NodeProcesses.js';
import { NodeRandom } from '../../../server/src/node/NodeRandom.js';
import { nullLogger } from '../../../server/src/ports/Logger.js';
import type { FileSystem } from '../../../server/src/ports/FileSystem.js';
import type { Base, BaseContent, BaseItem } from '../../../server/src/sync/core/base.js';
import type { ConflictRecord, Run } from '../../../server/src/sync/runs.js';
import { FileStateStore } from '../../../server/src/sync/state/FileStateStore.js';
import { historyLimit } from '../../../server/src/sync/state/HistoryFile.js';
import { seal } from '../../../server/src/sync/state/seal.js';

const written = {
  name: 'handbook',
  platform: { kind: 'ondoki', url: 'https://docs.example.com', subject: 'p1' },
  repository: { url: 'https://github.com/acme/handbook.git' },
};
const [binding] = parseConfiguration(JSON.stringify({ bindings: [written] }), 'f').bindings;
assert.ok(binding);

const hash = new NodeHash();

function portsWith(fileSystem: FileSystem = new NodeFileSystem()) {
  return {
    fileSystem,
    hash,
    clock: new NodeClock(),
    random: new NodeRandom(),
    processes: new NodeProcesses(),
    logger: nullLogger,
  };
}

function item(id: string): BaseItem {
  return {
    id,
    kind: 'document',
    title: id,
    parentId: null,
    order: 1,
    revision: '1',
    path: `${id}.md`,
    projected: `${id}.md`,
    oid: 'a'.repeat(40),
    mode: '100644',
  };
}

function baseOf(ids: readonly string[], commit: string | null = 'c'.repeat(40)): Base {
  return { commit, items: new Map(ids.map((id) => [id, item(id)])) };
}

function content(text: string): BaseContent {
  return { text, platform: { type: 'doc', content: [{ type: 'text', text }] } };
}

function run(id: string, message = ''): Run {
  return {
    run_id: id,
    status: 'success',
    direction: 'export',
    remote_sha: null,
    commit_sha: null,
    files_changed: 0,
    deleted: 0,
    conflicts: [],
    message,
    started_at: '2026-01-01T00:00:00.000Z',
    completed_at: null,
  };
}

function conflict(id: string, detected = '2026-01-01T00:00:00.000Z'): ConflictRecord {
  return {
    id,
    item: { id: 'd1', kind: 'document', title: 'T' },
    path: 'T.md',
    base: { text: 'a', revision: '1' },
    platform: { text: 'b', revision: '2' },
    git: null,
    detected_at: detected,
  };
}

/** Fails with ENOSPC after a number of changes, like a full disk or a kill. */
class FailingFileSystem implements FileSystem {
  readonly #inner = new NodeFileSystem();
  #left: number;

  constructor(left: number) {
    this.#left = left;
  }

  read(path: string) {
    return this.#inner.read(path);
  }

  list(path: string) {
    return this.#inner.list(path);
  }

  async write(path: string, bytes: Uint8Array) {
    this.#spend();
    await this.#inner.write(path, bytes);
  }

  create(path: string, bytes: Uint8Array) {
    this.#spend();
    return this.#inner.create(path, bytes);
  }

  async remove(path: string) {
    this.#spend();
    await this.#inner.remove(path);
  }

  #spend() {
    this.#left -= 1;
    if (this.#left < 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  }
}

suite('FileStateStore', () => {
  let root: string;
  const open = (fileSystem?: FileSystem): FileStateStore =>
    new FileStateStore(root, binding, portsWith(fileSystem));

  setup(async () => {
    root = await mkdtemp(join(tmpdir(), 'docbridge-state-'));
  });
  teardown(() => rm(root, { recursive: true }));

  test('has no base at first, which is not an empty base', async () => {
    assert.equal(await open().loadBase(), undefined);
    await open().saveBase(baseOf([], null), new Map());
    assert.deepEqual(await open().loadBase(), { commit: null, items: new Map() });
  });

  test('has one folder for each identity, whatever the binding is called', () => {
    const ports = portsWith();
    const other = { ...binding, name: 'renamed', exclude: ['x'] };
    assert.equal(new FileStateStore(root, other, ports).directory, open().directory);
    const elsewhere = { ...binding, repository: { ...binding.repository, branch: 'next' } };
    assert.notEqual(new FileStateStore(root, elsewhere, ports).directory, open().directory);
    assert.match(open().directory.slice(root.length), /^\/[0-9a-f]{32}$/u);
  });

  test('keeps what any sequence of saves says, across instances', async () => {
    const ids = fc.constantFrom('a', 'b', 'c', '__proto__', 'x/y', 'é');
    const save = fc.record({
      present: fc.uniqueArray(ids),
      contents: fc.dictionary(ids, fc.string({ unit: 'binary', maxLength: 30 }), { noNullPrototype: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(save, { minLength: 1, maxLength: 25 }), async (saves) => {
        await rm(open().directory, { recursive: true, force: true });
        const model = new Map<string, BaseContent>();
        for (const { present, contents } of saves) {
          const changed = new Map(
            Object.entries(contents).map(([id, text]) => [id, content(text.toWellFormed())]),
          );
          await open().saveBase(baseOf(present), changed);
          for (const [id, value] of changed) model.set(id, value);
          for (const id of model.keys()) if (!present.some((each) => each === id)) model.delete(id);
          const store = open();
          assert.deepEqual(await store.loadBase(), baseOf(present));
          for (const id of ['a', 'b', 'c', '__proto__', 'x/y', 'é']) {
            assert.deepEqual(await store.readContent(id), model.get(id));
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test('writes only what changed, and does not let old contents pile up', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `d${index}`);
    const long = 'x'.repeat(2000);
    await open().saveBase(baseOf(ids), new Map(ids.map((id) => [id, content(`${id} ${long}`)])));
    const segments = async () => readdir(join(open().directory, 'contents'));
    const first = await segments();
    for (let round = 0; round < 60; round += 1) {
      await open().saveBase(baseOf(ids), new Map([['d7', content(`round ${round}`)]]));
    }
    const last = await segments();
    assert.ok(
      first.every((name) => last.includes(name)),
      'the segment of the untouched items is the same file',
    );
    assert.ok(last.length <= 4, `${last.length} segments`);
    assert.deepEqual(await open().readContent('d7'), content('round 59'));
    assert.deepEqual(await open().readContent('d8'), content(`d8 ${long}`));
  });

  test('merges many small segments into one', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `d${index}`);
    for (const id of ids) await open().saveBase(baseOf(ids), new Map([[id, content(id)]]));
    assert.ok((await readdir(join(open().directory, 'contents'))).length < 36);
    for (const id of ids) assert.deepEqual(await open().readContent(id), content(id));
  });

  test('cut at any step, holds the base before or the one after, whole', async () => {
    const before = new Map([
      ['a', content('one')],
      ['b', content('two')],
    ]);
    const after = new Map([
      ['a', content('changed')],
      ['c', content('new')],
    ]);
    let finished = false;
    for (let steps = 0; !finished; steps += 1) {
      await rm(open().directory, { recursive: true, force: true });
      await open().saveBase(baseOf(['a', 'b'], 'before'), before);
      try {
        await open(new FailingFileSystem(steps)).saveBase(baseOf(['a', 'c'], 'after'), after);
        finished = true;
      } catch (error) {
        assert.ok(error instanceof StateError || (error instanceof Error && /no space/u.test(error.message)));
      }
      const store = open();
      const base = await store.loadBase();
      assert.ok(base);
      const isNew = base.commit === 'after';
      assert.deepEqual(base, isNew ? baseOf(['a', 'c'], 'after') : baseOf(['a', 'b'], 'before'));
      assert.deepEqual(await store.readContent('a'), content(isNew ? 'changed' : 'one'));
      assert.deepEqual(await store.readContent('b'), isNew ? undefined : content('two'));
      assert.deepEqual(await store.readContent('c'), isNew ? content('new') : undefined);
      if (steps === 0) assert.equal(isNew, false);
    }
  });

  test('a full disk is a StateError', async () => {
    await assert.rejects(open(new FailingFileSystem(0)).saveBase(baseOf([]), new Map()), (error) => {
      assert.ok(error instanceof StateError);
      assert.match(error.message, /ENOSPC/u);
      return true;
    });
  });

  test('a torn or changed manifest is lost, never empty', async () => {
    await open().saveBase(baseOf(['a']), new Map([['a', content('one')]]));
    const path = join(open().directory, 'base.json');
    const whole = await readFile(path);
    for (let size = 0; size < whole.length; size += 7) {
      await writeFile(path, whole.subarray(0, size));
      assert.equal(await open().loadBase(), undefined);
      assert.equal(await open().readContent('a'), undefined);
    }
    const flipped = Buffer.from(whole);
    flipped[flipped.length - 5] = (flipped[flipped.length - 5] ?? 0) ^ 1;
    await writeFile(path, flipped);
    assert.equal(await open().loadBase(), undefined);
    await open().saveBase(baseOf(['b']), new Map([['b', content('two')]]));
    assert.deepEqual(await open().loadBase(), baseOf(['b']));
  });

  test('a torn segment loses its contents and nothing else', async () => {
    await open().saveBase(baseOf(['a']), new Map([['a', content('one')]]));
    const [name] = await readdir(join(open().directory, 'contents'));
    assert.ok(name);
    await open().saveBase(baseOf(['a', 'b']), new Map([['b', content('two')]]));
    await truncate(join(open().directory, 'contents', name), 3);
    assert.equal(await open().readContent('a'), undefined);
    assert.deepEqual(await open().readContent('b'), content('two'));
    assert.deepEqual(await open().loadBase(), baseOf(['a', 'b']));
  });

  test('a reader that holds the base of before still reads while another saves', async () => {
    await open().saveBase(
      baseOf(['a', 'b']),
      new Map([
        ['a', content('one')],
        ['b', content('two')],
      ]),
    );
    const reader = open();
    await reader.loadBase();
    for (const text of ['three', 'four', 'five']) {
      await open().saveBase(
        baseOf(['a', 'b']),
        new Map([
          ['a', content(text)],
          ['b', content(text)],
        ]),
      );
    }
    assert.deepEqual(await reader.readContent('a'), content('five'));
  });

  test('refuses a newer version, and writes nothing over it', async () => {
    await open().saveBase(baseOf(['a']), new Map());
    const path = join(open().directory, 'base.json');
    const newer = seal({ anything: true }, hash, 2);
    await writeFile(path, newer);
    await assert.rejects(open().loadBase(), /newer Docbridge \(version 2, this one knows 1\)/u);
    await assert.rejects(open().saveBase(baseOf([]), new Map()), StateError);
    assert.deepEqual(new Uint8Array(await readFile(path)), newer);
  });

  test('keeps conflicts, oldest first, and forgets closed ones', async () => {
    await open().putConflict(conflict('bb', '2026-01-02T00:00:00.000Z'));
    await open().putConflict(conflict('cc', '2026-01-01T00:00:00.000Z'));
    await open().putConflict(conflict('../../evil'));
    await open().putConflict(conflict('con'));
    assert.deepEqual(
      (await open().conflicts()).map(({ id }) => id),
      ['../../evil', 'cc', 'con', 'bb'],
    );
    assert.deepEqual(
      JSON.parse(await readFile(join(open().directory, 'conflicts/bb.json'), 'utf8')),
      conflict('bb', '2026-01-02T00:00:00.000Z'),
    );
    await open().removeConflict('../../evil');
    await open().removeConflict('cc');
    await open().removeConflict('con');
    await open().removeConflict('never-there');
    assert.deepEqual(
      (await open().conflicts()).map(({ id }) => id),
      ['bb'],
    );
    assert.deepEqual(await readdir(root), [open().directory.slice(root.length + 1)]);
  });

  test('leaves a torn conflict out', async () => {
    await open().putConflict(conflict('aa'));
    await open().putConflict(conflict('bb'));
    const path = join(open().directory, 'conflicts/aa.json');
    const whole = await readFile(path);
    for (let size = 0; size < whole.length - 1; size += 5) {
      await writeFile(path, whole.subarray(0, size));
      assert.deepEqual(
        (await open().conflicts()).map(({ id }) => id),
        ['bb'],
      );
    }
  });

  test('keeps the newest runs first, replaces by id, and is bounded', async () => {
    for (const id of ['1', '2', '3']) await open().putRun(run(id));
    await open().putRun(run('2', 'again'));
    assert.deepEqual(await open().runs(2), [run('3'), run('2', 'again')]);
    const runs = Array.from({ length: historyLimit + 5 }, (_, index) => run(`r${index}`));
    const path = join(open().directory, 'history.json');
    await writeFile(path, seal(JSON.parse(JSON.stringify(runs.slice(0, historyLimit))) as Json, hash));
    await open().putRun(run('newest'));
    const kept = await open().runs(10 * historyLimit);
    assert.equal(kept.length, historyLimit);
    assert.equal(kept[0]?.run_id, 'newest');
    await truncate(path, 100);
    assert.deepEqual(await open().runs(5), []);
    await open().putRun(run('after'));
    assert.deepEqual(await open().runs(5), [run('after')]);
  });

  test('keeps the journal in order, also when many write at once', async () => {
    const store = open();
    const entries = Array.from({ length: 50 }, (_, index) => ({
      run: 'r',
      step: String(index),
      state: index % 2 === 0 ? ('intended' as const) : ('done' as const),
      detail: { path: `p${index}` },
    }));
    await Promise.all(entries.slice(0, 30).map((entry) => store.appendJournal(entry)));
    for (const entry of entries.slice(30)) await open().appendJournal(entry);
    assert.deepEqual(await open().journal(), entries);
    const files = await readdir(join(store.directory, 'journal'));
    assert.ok(files.length < 50, 'entries that wait for the disk share a file');
    const last = files.sort().at(-1);
    assert.ok(last);
    await truncate(join(store.directory, 'journal', last), 20);
    assert.deepEqual(await open().journal(), entries.slice(0, -1));
    await open().clearJournal();
    assert.deepEqual(await open().journal(), []);
  });

  test('a journal entry that could not be written is reported to everyone who waits for it', async () => {
    const store = open(new FailingFileSystem(0));
    const entry = (step: string) => ({ run: 'r', step, state: 'intended' as const, detail: {} });
    const results = await Promise.allSettled(['1', '2', '3'].map((step) => store.appendJournal(entry(step))));
    assert.deepEqual(
      results.map(({ status }) => status),
      ['rejected', 'rejected', 'rejected'],
    );
  });
});
