import assert from 'node:assert/strict';
import type { Json as TiptapJson } from '../../../server/src/convert/tiptap.js';
import { NetworkError } from '../../../server/src/errors/networkErrors.js';
import {
  PlatformAuthError,
  PlatformFailureError,
  PlatformForbiddenError,
  PlatformNotFoundError,
  PlatformRejectedError,
} from '../../../server/src/errors/platformErrors.js';
import type { NewItem, Platform } from '../../../server/src/platforms/Platform.js';
import { collect } from '../collect.js';
import { testPlatform } from '../testPlatform.js';
import { loadPairs, type Json } from '../wire/Pair.js';
import { ReplayServer } from '../wire/ReplayServer.js';
import { replayWorld } from '../wire/replayWorld.js';

const pairs = loadPairs('tooljet');
const world = (name: string): string => String(replayWorld[name]);
const workspace = world('workspace');
const app = world('app');

/** The app of the pair `import`, as the file that was imported. */
function orders(): NewItem {
  const { tooljet_version, app: apps } = pairs.get('import')!.request.body as Record<string, Json>;
  const [first] = apps as Record<string, Json>[];
  const envelope: TiptapJson = {
    app: [{ definition: first!['definition']! }],
    tooljet_version: tooljet_version!,
  };
  const content = { form: 'app', envelope, version: { id: 'any', name: 'v1' } } as const;
  return { kind: 'app', title: 'Orders', parentId: null, content };
}

suite('TooljetPlatform sends what the wire pairs say', () => {
  let server: ReplayServer;
  let platform: Platform;
  setup(async () => {
    server = await ReplayServer.start(pairs, replayWorld);
    platform = testPlatform('tooljet', server.url, { token: world('session') });
  });
  teardown(() => server.stop());

  test('connects with a session token', async () => {
    server.expect('session', 'authorize');
    const me = await platform.connect();
    assert.equal(me.email, 'ann@example.com');
    assert.equal(me.isAdmin, true);
    server.expect('session', 'organizations');
    assert.deepEqual(
      (await collect(platform.subjects())).map(({ id, slug }) => [id, slug]),
      [[workspace, 'handbook']],
    );
    server.done();
  });

  test('lists the version that is edited, with its export', async () => {
    server.expect('list', 'tables', 'export');
    const [entry] = await collect(platform.list(workspace));
    assert.equal(entry?.id, app);
    assert.equal(entry.title, 'Orders');
    assert.deepEqual(entry.version, { id: world('version'), name: 'v1' });
    assert.equal(entry.content?.form, 'app');
    server.done();
  });

  test('finds a workspace by its slug', async () => {
    server.expect('session', 'organizations', 'list-empty');
    assert.deepEqual(await collect(platform.list('handbook')), []);
    server.expect('session', 'organizations');
    await assert.rejects(collect(platform.list('nowhere')), PlatformNotFoundError);
    server.done();
  });

  test('a list whose pages do not add up is a failure, never a deletion', async () => {
    const short = {
      ...(pairs.get('list')!.response.body as object),
      meta: { total_pages: 1, total_count: 2 },
    };
    for (let reading = 0; reading < 3; reading++) server.expectWith('list', { status: 200, body: short });
    await assert.rejects(collect(platform.list(workspace)), PlatformFailureError);
    server.done();
  });

  test('imports, reads and renames', async () => {
    server.expect('import', 'tables', 'export-all');
    const created = await platform.create(workspace, orders(), { idempotencyKey: 'orders' });
    assert.equal(created.id, app);
    server.expect('rename', 'tables');
    server.expectWith('export-all', pairs.get('export-renamed')!.response);
    assert.equal((await platform.rename(app, 'app', 'Order desk', {})).title, 'Order desk');
    server.done();
  });

  test('finds an import whose answer was lost, and takes none for it that was there before', async () => {
    server.expectCut('import').expect('list', 'tables', 'export');
    assert.equal((await platform.create(workspace, orders(), { idempotencyKey: 'orders' })).id, app);
    server.expect('list', 'tables', 'export');
    await collect(platform.list(workspace));
    server.expectCut('import').expect('list', 'tables', 'export');
    await assert.rejects(platform.create(workspace, orders(), { idempotencyKey: 'other' }), NetworkError);
    server.done();
  });

  test('says what ToolJet says about names and versions', async () => {
    for (const name of ['import-name-taken', 'import-too-new']) {
      const { response } = pairs.get(name)!;
      server.expectWith('import', response);
      const said = (response.body as Record<string, string>)['message']!;
      await assert.rejects(
        platform.create(workspace, orders(), { idempotencyKey: name }),
        (error) => error instanceof PlatformRejectedError && error.message.includes(said),
      );
    }
    server.done();
  });

  test('deletes nothing but an import of its own that nobody changed', async () => {
    server.expect('list', 'tables', 'export');
    await collect(platform.list(workspace));
    await assert.rejects(platform.trash(app, 'app', {}), PlatformRejectedError);
    const other = await ReplayServer.start(pairs, replayWorld);
    const fresh = testPlatform('tooljet', other.url, { token: world('session') });
    other.expect('import', 'tables', 'export-all', 'tables', 'export-all', 'delete');
    await fresh.create(workspace, orders(), { idempotencyKey: 'orders' });
    await fresh.trash(app, 'app', {});
    other.done();
    await other.stop();
    server.done();
  });

  test('a session that ended is an error of sign-in', async () => {
    server.expectWith('list', pairs.get('list-without-session')!.response);
    await assert.rejects(collect(platform.list(workspace)), PlatformAuthError);
    server.done();
  });
});

suite('TooljetPlatform signs in', () => {
  let server: ReplayServer;
  setup(async () => {
    server = await ReplayServer.start(pairs, { ...replayWorld, newSession: 'session-of-ann' });
  });
  teardown(() => server.stop());

  test('with e-mail and password, in the workspace, and again when the session ends', async () => {
    const platform = testPlatform('tooljet', server.url, {
      user: world('adminEmail'),
      password: world('adminPassword'),
    });
    server.expect('authenticate-for-workspace', 'list-empty');
    assert.deepEqual(await collect(platform.list(workspace)), []);
    server.expectWith('list-empty', pairs.get('list-without-session')!.response);
    server.expect('authenticate-for-workspace', 'list-empty');
    assert.deepEqual(await collect(platform.list(workspace)), []);
    server.done();
  });

  test('a wrong password is an error of sign-in that does not repeat it', async () => {
    const platform = testPlatform('tooljet', server.url, { user: world('adminEmail'), password: 'wrong' });
    server.expect('authenticate-wrong-password');
    await assert.rejects(platform.connect(), (error) => {
      assert.ok(error instanceof PlatformAuthError);
      assert.ok(!JSON.stringify(error).includes('wrong'));
      return true;
    });
    server.done();
  });

  test('with the token of the external API, which is another interface', async () => {
    const platform = testPlatform('tooljet', server.url, { token: `Basic ${world('extToken')}` });
    assert.equal((await platform.connect()).id, 'external-api');
    assert.deepEqual(await collect(platform.subjects()), []);
    server.expect('ext-list', 'ext-export');
    const [entry] = await collect(platform.list(workspace));
    assert.equal(entry?.title, 'Orders');
    const fresh = testPlatform('tooljet', server.url, { token: `Basic ${world('extToken')}` });
    server.expect('ext-import', 'ext-list', 'ext-export');
    assert.equal((await fresh.create(workspace, orders(), { idempotencyKey: 'orders' })).id, app);
    server.done();
  });

  test('a wrong token of the external API is an error of permission, as ToolJet answers it', async () => {
    const platform = testPlatform('tooljet', server.url, { token: 'Basic not-a-token' });
    server.expect('ext-list-wrong-token');
    await assert.rejects(collect(platform.list(workspace)), PlatformForbiddenError);
    server.done();
  });
});
