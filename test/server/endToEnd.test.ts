import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancellationTokenSource, ResponseError } from 'vscode-languageserver-protocol/node';
import {
  ConfigureRequest,
  ConflictsRequest,
  CreateRequest,
  ForgetCredentialNotification,
  ListRequest,
  MoveRequest,
  PlanRequest,
  ProbePlatformRequest,
  ProbeRepositoryRequest,
  ReadRequest,
  ReadSideRequest,
  RemoveRequest,
  ResolveRequest,
  RunRequest,
  StatusRequest,
  WatchNotification,
  WriteRequest,
  type CredentialRequest,
  type PlanJson,
  type Run,
  type SyncDirection,
  type WorkspaceFile,
} from '../../server/src/protocol.js';
import { startEngineWorld, type EngineWorld } from '../support/engineWorld.js';
import { ServerProcess } from '../support/ServerProcess.js';

const GIT_TOKEN = 'git-token';
const binding = 'docs';

suite('language server between a platform and a repository', () => {
  let folder: string;
  let world: EngineWorld;
  let server: ServerProcess;
  let token: string;

  const tokens = [GIT_TOKEN];

  suiteSetup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docbridge-server-'));
    server = await ServerProcess.start({ state: join(folder, 'state') });
  });

  suiteTeardown(async () => {
    try {
      assert.equal(await server.stop(), 0);
      const said = server.stderr + server.logged.join('\n');
      assert.ok(tokens.length > 1 && !tokens.some((each) => said.includes(each)), 'a secret is in the log');
    } finally {
      server.kill();
      await rm(folder, { recursive: true, force: true });
    }
  });

  setup(async () => {
    world = await startEngineWorld();
    const user = world.store.accounts.userByEmail('ann@example.com');
    assert.ok(user);
    token = await world.store.accounts.createToken(user.id);
    tokens.push(token);
    await world.create('Welcome', 'Hello.');
    await world.create('Second', 'Two.');
    await server.connection.sendNotification(ForgetCredentialNotification.method, {});
    server.answer = rightCredential;
    const { platform, repository } = world.binding;
    const result = await configure([{ name: binding, platform, repository }]);
    assert.deepEqual(result.errors, []);
    for (const seen of [server.asked, server.statuses, server.itemChanges, server.progress]) seen.length = 0;
  });

  teardown(async () => {
    await configure([]);
    await world.stop();
  });

  const configure = (bindings: readonly object[]): Promise<ConfigureRequest.Result> =>
    send(ConfigureRequest.method, {
      files: [{ uri: 'file:///w/docbridge.json', text: JSON.stringify({ bindings }) }],
    });
  const rightCredential = ({ kind }: CredentialRequest.Params): CredentialRequest.Result =>
    kind === 'git' ? { git: { token: GIT_TOKEN } } : { platform: { token } };
  const send = <T>(method: string, params: object): Promise<T> =>
    server.connection.sendRequest<T>(method, params);
  const run = (direction: SyncDirection, more: object = {}): Promise<Run> =>
    send(RunRequest.method, { binding, direction, ...more });
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  test('plans, exports with progress, and then has nothing to do', async () => {
    const plan = await send<PlanJson>(PlanRequest.method, { binding, direction: 'export' });
    assert.deepEqual(plan.items.map(({ op, to }) => `${op} ${to}`).sort(), [
      'create Second.md',
      'create Welcome.md',
    ]);
    assert.deepEqual(await world.files(), []);
    const first = await run('export', { workDoneToken: 'p1', message: 'docs: first' });
    assert.equal(first.status, 'success');
    assert.match((await world.file('Welcome.md')) ?? '', /^---\ntitle: Welcome\n[^]*Hello\.$/);
    const kinds = server.progress.filter((step) => step.token === 'p1').map(({ kind }) => kind);
    assert.deepEqual([kinds[0], kinds.at(-1)], ['begin', 'end']);
    assert.ok(kinds.includes('report'));
    assert.deepEqual(
      server.statuses.slice(0, 2).map(({ state }) => state),
      ['running', 'in-sync'],
    );
    const second = await run('export');
    assert.equal(second.status, 'skipped');
    assert.equal(second.commit_sha, null);
  });

  test('asks for each credential once, where it goes and no more', async () => {
    await run('export');
    await run('both');
    assert.deepEqual(
      server.asked
        .map(({ kind, origin, refused }) => ({ kind, origin, refused }))
        .sort((a, b) => a.kind.localeCompare(b.kind)),
      [
        { kind: 'git', origin: new URL(world.binding.repository.url).origin, refused: false },
        { kind: 'platform', origin: world.binding.platform.url, refused: false },
      ],
    );
    await server.connection.sendNotification(ForgetCredentialNotification.method, {});
    await run('export');
    assert.equal(server.asked.length, 4);
  });

  test('a refused credential is asked for once more, and the run goes on', async () => {
    server.answer = (params) =>
      params.kind === 'git' && !params.refused ? { git: { token: 'wrong-token' } } : rightCredential(params);
    assert.equal((await run('export')).status, 'success');
    assert.deepEqual(
      server.asked.filter(({ kind }) => kind === 'git').map(({ refused }) => refused),
      [false, true],
    );
  });

  test('nobody signs in: the run says so', async () => {
    server.answer = () => null;
    const { status, error } = await run('export');
    assert.equal(status, 'error');
    assert.equal(error?.code, 'credential-missing');
    const { bindings } = await send<StatusRequest.Result>(StatusRequest.method, { binding });
    assert.equal(bindings[0]?.state, 'not-connected');
  });

  test('an edit in Git comes back', async () => {
    await run('export');
    const text = (await world.file('Welcome.md')) ?? '';
    await world.push({ 'Welcome.md': text.replace('Hello.', 'Hello from Git.') });
    const { bindings } = await send<StatusRequest.Result>(StatusRequest.method, {});
    assert.deepEqual([bindings[0]?.state, bindings[0]?.to_platform], ['pending', 1]);
    assert.equal((await run('import')).status, 'success');
    assert.equal(await world.textOf('Welcome'), 'Hello from Git.');
  });

  test('both sides changed: a conflict, and a resolution', async () => {
    await run('export');
    const text = (await world.file('Welcome.md')) ?? '';
    await world.push({ 'Welcome.md': text.replace('Hello.', 'From Git.') });
    await world.rewrite('Welcome', 'From the platform.');
    assert.equal((await run('both')).status, 'conflict');
    const { conflicts } = await send<{ conflicts: { id: string; path: string }[] }>(ConflictsRequest.method, {
      binding,
    });
    assert.deepEqual(
      conflicts.map(({ path }) => path),
      ['Welcome.md'],
    );
    const resolution = { keep: 'git' };
    const resolved = await send<Run>(ResolveRequest.method, { binding, id: conflicts[0]!.id, resolution });
    assert.equal(resolved.status, 'success');
    assert.equal(await world.textOf('Welcome'), 'From Git.');
  });

  test('the virtual workspace: list, read, write, create, move, remove', async () => {
    await run('export');
    const paths = async (): Promise<string[]> => {
      const { entries } = await send<{ entries: { path: string }[] }>(ListRequest.method, {
        binding,
        refresh: true,
      });
      return entries.map(({ path }) => path).sort();
    };
    assert.deepEqual(await paths(), ['Second.md', 'Welcome.md']);
    const file = await send<WorkspaceFile>(ReadRequest.method, { binding, path: 'Welcome.md' });
    const text = file.text.replace('Hello.', 'Hello from the editor.');
    const written = await send<WorkspaceFile>(WriteRequest.method, {
      binding,
      path: 'Welcome.md',
      text,
      ifRevision: file.revision,
    });
    assert.notEqual(written.revision, file.revision);
    assert.equal(await world.textOf('Welcome'), 'Hello from the editor.');
    const side = await send<{ text: string } | null>(ReadSideRequest.method, {
      binding,
      side: 'git',
      path: 'Welcome.md',
    });
    assert.match(side?.text ?? '', /Hello\.\n$/);
    assert.equal(await send(ReadSideRequest.method, { binding, side: 'base', path: 'No.md' }), null);

    await send(CreateRequest.method, { binding, path: 'guide', text: null });
    await send(CreateRequest.method, { binding, path: 'guide/New.md', text: 'Text.\n' });
    await send(MoveRequest.method, { binding, from: 'Second.md', to: 'guide/Second.md' });
    assert.deepEqual(await paths(), ['Welcome.md', 'guide', 'guide/New.md', 'guide/Second.md']);
    await send(RemoveRequest.method, { binding, path: 'guide/New.md' });
    assert.deepEqual(await paths(), ['Welcome.md', 'guide', 'guide/Second.md']);
    await until(() => server.statuses.some(({ state, to_git }) => state === 'pending' && to_git > 0));
  });

  test('a stale save overwrites nothing', async () => {
    const file = await send<WorkspaceFile>(ReadRequest.method, { binding, path: 'Welcome.md' });
    await world.rewrite('Welcome', 'Somebody was faster.');
    const params = { binding, path: 'Welcome.md', text: 'Too late.\n', ifRevision: file.revision };
    await assert.rejects(
      send(WriteRequest.method, params),
      (error: { code?: number; data?: { code?: string } }) => {
        assert.equal(error.code, -32803);
        assert.equal(error.data?.code, 'stale-revision');
        return true;
      },
    );
    assert.equal(await world.textOf('Welcome'), 'Somebody was faster.');
  });

  test('a save of ours is no news, but what else changed is', async () => {
    await server.connection.sendNotification(WatchNotification.method, { binding, on: true });
    // Changes count from the watcher's first look on, whenever that is over.
    for (let turn = 0; server.itemChanges.length === 0; turn++) {
      await world.rewrite('Second', `Changed elsewhere, ${turn}.`);
      const file = await send<WorkspaceFile>(ReadRequest.method, { binding, path: 'Welcome.md' });
      await send(WriteRequest.method, {
        binding,
        path: 'Welcome.md',
        text: `${file.text}\nMine, ${turn}.\n`,
        ifRevision: file.revision,
      });
    }
    assert.deepEqual(server.itemChanges[0], { binding, changes: [{ kind: 'changed', path: 'Second.md' }] });
    await server.connection.sendNotification(WatchNotification.method, { binding, on: false });
  });

  test('Connect: who am I, which subjects, which branches', async () => {
    const { url } = world.binding.platform;
    const probe = { kind: 'embedded', url, credential: { token } };
    const who = await send<ProbePlatformRequest.Result>(ProbePlatformRequest.method, probe);
    assert.equal(who.email, 'ann@example.com');
    assert.ok(who.subjects.some(({ id }) => id === world.subject));
    await assert.rejects(
      send(ProbePlatformRequest.method, { ...probe, credential: { token: 'no-such-token' } }),
      (error: { data?: { code?: string } }) => error.data?.code === 'platform-auth',
    );
    await assert.rejects(
      send(ProbePlatformRequest.method, { ...probe, kind: 'paper' }),
      (error: { data?: { code?: string } }) => error.data?.code === 'configuration',
    );
    await world.push({ 'a.md': 'A\n' });
    const repository = { url: world.binding.repository.url, credential: { token: GIT_TOKEN } };
    assert.deepEqual(await send(ProbeRepositoryRequest.method, repository), {
      branches: ['main'],
      defaultBranch: 'main',
    });
    await assert.rejects(
      send(ProbeRepositoryRequest.method, { ...repository, credential: null }),
      (error: { data?: { code?: string } }) =>
        error.data?.code === 'git-auth' || error.data?.code === 'credential-missing',
    );
  });

  test('a run that is cancelled says so, and the next one works', async () => {
    const source = new CancellationTokenSource();
    world.server.fault = {
      once: true,
      before: () => {
        source.cancel();
        return Promise.resolve();
      },
    };
    const cancelled = server.connection.sendRequest<Run>(
      RunRequest.method,
      { binding, direction: 'export' },
      source.token,
    );
    const outcome = await cancelled.then(
      ({ status }) => status,
      (error: unknown) => (error instanceof ResponseError ? error.code : error),
    );
    assert.ok(outcome === 'cancelled' || outcome === -32800, String(outcome));
    world.server.fault = undefined;
    assert.equal((await run('export')).status, 'success');
  });
});
