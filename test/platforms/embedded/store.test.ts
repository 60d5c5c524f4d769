import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { NodeFileSystem } from '../../../server/src/node/NodeFileSystem.js';
import { NodeHash } from '../../../server/src/node/NodeHash.js';
import { NodeRandom } from '../../../server/src/node/NodeRandom.js';
import {
  openEmbeddedStore,
  type EmbeddedStore,
} from '../../../server/src/platforms/embedded/store/EmbeddedStore.js';
import type { FileSystem } from '../../../server/src/ports/FileSystem.js';
import { HandClock } from './world.js';

/** A file system that stops working at the n-th write, as a killed process does. */
class DyingFileSystem extends NodeFileSystem {
  left = Number.POSITIVE_INFINITY;

  override write(...parameters: Parameters<NodeFileSystem['write']>): Promise<void> {
    this.#step();
    return super.write(...parameters);
  }

  override remove(path: string): Promise<void> {
    this.#step();
    return super.remove(path);
  }

  #step(): void {
    if (this.left <= 0) throw new Error('dead');
    this.left -= 1;
  }
}

suite('The store of the embedded platform', () => {
  let directory: string;
  setup(async () => {
    directory = await mkdtemp(join(tmpdir(), 'docbridge-store-'));
  });
  teardown(() => rm(directory, { recursive: true, force: true }));

  const open = (fs: FileSystem = new NodeFileSystem()): Promise<EmbeddedStore> =>
    openEmbeddedStore({
      directory,
      fs,
      clock: new HandClock(),
      random: new NodeRandom(),
      hash: new NodeHash(),
    });
  const project = async (store: EmbeddedStore): Promise<{ readonly user: string; readonly id: string }> => {
    const { id: user } = await store.accounts.createUser({ name: 'Ann', email: 'ann@example.com' });
    return { user, id: (await store.accounts.createProject({ name: 'P', slug: 'p', ownerId: user })).id };
  };
  const allText = async (): Promise<string> => {
    const names = await readdir(directory, { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile());
    return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))).join(
      '\n',
    );
  };

  test('a token and a password are nowhere on disk', async () => {
    const store = await open();
    const user = await store.accounts.createUser({
      name: 'Ann',
      email: 'a@example.com',
      password: 'open sesame',
    });
    const token = await store.accounts.createToken(user.id);
    assert.equal(store.accounts.userOfToken(token)?.id, user.id);
    const text = await allText();
    assert.ok(text.includes('a@example.com'));
    assert.ok(!text.includes(token) && !text.includes('open sesame'));
    assert.equal((await open()).accounts.userOfToken(token)?.id, user.id);
  });

  test('writes are serialised: nothing is lost when many come at once', async () => {
    const store = await open();
    const { user, id } = await project(store);
    const many = Array.from({ length: 50 }, (_, index) =>
      store.documents.create(user, {
        projectId: id,
        folderId: null,
        name: `Page ${index}`,
        content: {},
        pageLayout: 'document',
        isPrivate: false,
      }),
    );
    const positions = (await Promise.all(many)).map(({ position }) => position).sort((a, b) => a - b);
    assert.deepEqual(
      positions,
      Array.from({ length: 50 }, (_, index) => index),
    );
    assert.equal((await open()).state.documents.filter(() => true).length, 50);
  });

  test('a change of several files happens whole or not at all, wherever the process dies', async () => {
    for (let steps = 0; ; steps += 1) {
      await rm(directory, { recursive: true, force: true });
      const fs = new DyingFileSystem();
      const store = await open(fs);
      const { user, id } = await project(store);
      const documents = [];
      for (const name of ['a', 'b', 'c']) {
        documents.push(
          await store.documents.create(user, {
            projectId: id,
            folderId: null,
            name,
            content: {},
            pageLayout: 'document',
            isPrivate: false,
          }),
        );
      }
      const last = documents[2]?.id ?? '';
      fs.left = steps;
      const done = await store.documents
        .move(user, last, { folderId: null, position: 0, isPrivate: null })
        .then(() => true)
        .catch(() => false);
      const after = await open();
      const order = after.state.documents
        .filter(() => true)
        .sort((x, y) => x.position - y.position)
        .map(({ name, position }) => `${name ?? ''}${position}`);
      assert.deepEqual(order, done ? ['c0', 'a1', 'b2'] : ['a0', 'b1', 'c2']);
      assert.equal(done, steps > 0);
      // Journal, three documents, journal away.
      if (steps > 5) break;
    }
  });

  test('after a commit that could not be finished the next one finishes it first', async () => {
    const fs = new DyingFileSystem();
    const store = await open(fs);
    const { user, id } = await project(store);
    const parent = await store.folders.create(user, {
      projectId: id,
      name: 'A',
      parentId: null,
      position: null,
      icon: null,
      isPrivate: false,
    });
    await store.folders.create(user, {
      projectId: id,
      name: 'B',
      parentId: parent.id,
      position: null,
      icon: null,
      isPrivate: false,
    });
    fs.left = 2;
    await store.folders.remove(user, parent.id);
    assert.throws(() => store.folders.read(user, parent.id), /Folder not found/);
    await assert.rejects(store.accounts.createToken(user), /dead/);
    fs.left = Number.POSITIVE_INFINITY;
    await store.accounts.createToken(user);
    assert.equal((await open()).state.folders.filter(() => true).length, 0);
  });

  test('a store of another format is refused', async () => {
    await open();
    await writeFile(join(directory, 'store.json'), '{"format": 2}');
    await assert.rejects(open(), { code: 'state' });
  });

  test('a file that something else damaged is named, and nothing is written over it', async () => {
    const store = await open();
    const { id } = await project(store);
    for (const name of [join('projects', `${id}.json`), 'journal.json', 'store.json']) {
      const path = join(directory, name);
      const before = await readFile(path, 'utf8').catch(() => undefined);
      await writeFile(path, '{"id": "');
      await assert.rejects(open(), {
        code: 'state',
        message: new RegExp(`${basename(name)} cannot be used`),
      });
      assert.equal(await readFile(path, 'utf8'), '{"id": "');
      await (before === undefined ? rm(path) : writeFile(path, before));
    }
    assert.equal((await open()).state.projects.get(id)?.name, 'P');
  });
});
