import { NodeClock } from '../../../server/src/node/NodeClock.js';
import { NodeFileSystem } from '../../../server/src/node/NodeFileSystem.js';
import { NodeHash } from '../../../server/src/node/NodeHash.js';
import { NodeRandom } from '../../../server/src/node/NodeRandom.js';
import { openEmbeddedStore } from '../../../server/src/platforms/embedded/store/EmbeddedStore.js';

/**
 * A process that writes into the store of the directory it is given until it is killed. What is durable it
 * says on standard output, one JSON document a line: `{"document", "version"}` or `{"gone"}`.
 */
const directory = process.argv[2] ?? '';
const store = await openEmbeddedStore({
  directory,
  fs: new NodeFileSystem(),
  clock: new NodeClock(),
  random: new NodeRandom(),
  hash: new NodeHash(),
});
const say = (what: object): void => {
  process.stdout.write(`${JSON.stringify(what)}\n`);
};

const name = `user-${Date.now()}`;
const user = await store.accounts.createUser({ name, email: `${name}@example.com` });
const project = await store.accounts.createProject({ name, slug: name, ownerId: user.id });

for (let round = 0; ; round += 1) {
  const folder = await store.folders.create(user.id, {
    projectId: project.id,
    name: `Folder ${round}`,
    parentId: null,
    position: null,
    icon: null,
    isPrivate: false,
  });
  const ids: string[] = [];
  for (const part of ['a', 'b', 'c']) {
    const text = `${part} of round ${round} `.repeat(200);
    const document = await store.documents.create(user.id, {
      projectId: project.id,
      folderId: folder.id,
      name: part,
      content: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      pageLayout: 'document',
      isPrivate: false,
    });
    ids.push(document.id);
    say({ document: document.id, version: 1 });
  }
  const [first = '', second = ''] = ids;
  const content = { type: 'doc', content: [{ type: 'horizontalRule' }] };
  const updated = await store.documents.update(user.id, first, { content, version: 1 });
  say({ document: first, version: updated.version });
  await store.documents.move(user.id, second, { folderId: folder.id, position: 0, isPrivate: null });
  if (round % 3 === 2) {
    await store.folders.remove(user.id, folder.id);
    for (const id of ids) say({ gone: id });
  }
}
