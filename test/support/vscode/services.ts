// What the tests in VS Code talk to, in a process of its own: the embedded platform with the sample content
// and a Git server. Prints one JSON line (see ServiceInfo) when all is up; ends when its standard input does.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { NodeClock } from '../../../server/src/node/NodeClock.js';
import { NodeFileSystem } from '../../../server/src/node/NodeFileSystem.js';
import { NodeHash } from '../../../server/src/node/NodeHash.js';
import { NodeRandom } from '../../../server/src/node/NodeRandom.js';
import { sampleContent } from '../../../server/src/platforms/embedded/samples/sampleContent.js';
import { seedSampleContent } from '../../../server/src/platforms/embedded/seedSampleContent.js';
import { startEmbeddedPlatform } from '../../../server/src/platforms/embedded/startEmbeddedPlatform.js';
import { openEmbeddedStore } from '../../../server/src/platforms/embedded/store/EmbeddedStore.js';
import { startGitServer } from '../gitServer.js';
import { git } from '../gitServerCommand.js';
import type { ServiceInfo } from './ServiceInfo.js';

const folder = await mkdtemp(join(tmpdir(), 'docbridge-services-'));
const gitToken = 'git-token-of-the-tests';

const store = await openEmbeddedStore({
  directory: join(folder, 'platform'),
  fs: new NodeFileSystem(),
  hash: new NodeHash(),
  clock: new NodeClock(),
  random: new NodeRandom(),
});
const { project, users } = await seedSampleContent(store, sampleContent());
const [user] = users;
if (user === undefined) throw new Error('The sample content has no user.');
const scratch = await store.accounts.createProject({ name: 'Scratch', slug: 'scratch', ownerId: user.id });
const empty = await store.accounts.createProject({ name: 'Empty', slug: 'empty', ownerId: user.id });
const token = await store.accounts.createToken(user.id);
const platform = await startEmbeddedPlatform({ store });
const server = await startGitServer({ token: gitToken });
for (const name of ['handbook', 'scratch', 'empty']) await server.createRepository(name);

const binding = (name: string, subject: string, directory: string): object => ({
  name,
  platform: { kind: 'embedded', url: platform.url, subject },
  repository: { url: server.url(name), branch: 'main', directory },
  direction: 'both',
});
const configuration = {
  bindings: [binding('handbook', project.id, 'docs'), binding('scratch', scratch.id, '')],
};
await server.commit('handbook', { 'docbridge.json': `${JSON.stringify(configuration, undefined, 2)}\n` });

// The workspace is a clone of the repository of "handbook", beside the virtual folder of "scratch".
const checkout = join(folder, 'handbook');
await git(folder, ['clone', '--quiet', server.path('handbook'), checkout]);
await git(checkout, ['remote', 'set-url', 'origin', server.url('handbook')]);
const workspaceFile = join(folder, 'tests.code-workspace');
const folders = [{ path: checkout }, { uri: 'docbridge:/scratch', name: 'scratch (platform)' }];
await writeFile(workspaceFile, JSON.stringify({ folders }));
const bare = join(folder, 'bare');
await mkdir(bare);

const info: ServiceInfo = {
  platform: { url: platform.url, token },
  subjects: { handbook: project.id, scratch: scratch.id, empty: empty.id },
  git: { origin: server.origin, token: gitToken },
  repositories: {
    handbook: server.url('handbook'),
    scratch: server.url('scratch'),
    empty: server.url('empty'),
    missing: server.url('missing'),
  },
  folder,
  checkout,
  bare,
  workspaceFile,
};
process.stdout.write(`${JSON.stringify(info)}\n`);

process.stdin.resume();
process.stdin.once('end', () => {
  void Promise.all([platform.stop(), server.stop()])
    .then(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    .then(() => process.exit(0));
});
