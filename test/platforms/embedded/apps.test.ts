import assert from 'node:assert/strict';

import type { Json } from '../../../server/src/convert/tiptap.js';
import { World, type Answer } from './world.js';

const id = (n: number): string => `0d4a6a3e-5a0e-4b1c-9d59-2c1b8a1f${String(n).padStart(4, '0')}`;
const [oldApp, oldOrganization, page1, page2, v1, v2, table] = [1, 2, 3, 4, 5, 6, 7].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

/** An app with two versions, one page, component, event and query each, and a table. */
function definition(name: string): { readonly appV2: Record<string, Json> } {
  const versions = [
    { id: v1, name: 'v1', appId: oldApp },
    { id: v2, name: 'v2', appId: oldApp },
  ];
  return {
    appV2: {
      id: oldApp,
      type: 'front-end',
      name,
      slug: oldApp,
      organizationId: oldOrganization,
      components: [
        { id: id(10), name: 'one', pageId: page1 },
        { id: id(11), name: 'two', pageId: page2 },
      ],
      pages: [
        { id: page1, name: 'Home', appVersionId: v1 },
        { id: page2, name: 'Home', appVersionId: v2 },
      ],
      events: [{ id: id(12), sourceId: id(10), appVersionId: v1 }],
      dataQueries: [{ id: id(13), name: 'orders', options: { app: oldApp }, appVersionId: v2 }],
      appVersions: versions,
      editingVersion: versions[1] ?? null,
    },
  };
}

const tables = [{ id: table, table_name: 'orders', schema: { columns: [], foreign_keys: [] } }];

interface Envelope {
  readonly tooljet_database?: unknown;
  readonly app: readonly { readonly definition: { readonly appV2: Record<string, Json> } }[];
  readonly tooljet_version: string;
}

suite('The app API of the embedded platform', () => {
  let world: World;
  setup(async () => {
    world = await World.start({ toolJetVersion: '3.5.2-ee-lts' });
  });
  teardown(() => world.end());

  const importing = (
    name: string,
    options: { readonly version?: string; readonly token?: string; readonly definition?: Json } = {},
  ): Promise<Answer> =>
    world.callApps('POST', '/v2/resources/import', {
      body: {
        organization_id: world.project.organizationId,
        tooljet_version: options.version ?? '3.5.0-ee-lts',
        app: [{ definition: options.definition ?? definition(name), appName: name }],
        tooljet_database: tables,
      },
      ...(options.token === undefined ? {} : { token: options.token }),
    });
  const imported = async (name: string): Promise<string> => {
    const answer = await importing(name);
    assert.equal(answer.status, 201);
    const { imports } = answer.body as {
      readonly imports: { readonly app: readonly { readonly id: string }[] };
    };
    return imports.app[0]?.id ?? '';
  };
  const exporting = (appId: string, more: object = {}, token?: string): Promise<Answer> =>
    world.callApps('POST', '/v2/resources/export', {
      body: { organization_id: world.project.organizationId, app: [{ id: appId }], ...more },
      ...(token === undefined ? {} : { token }),
    });
  const exported = async (appId: string, more: object = {}): Promise<Envelope> => {
    const answer = await exporting(appId, more);
    assert.equal(answer.status, 201);
    return answer.body as Envelope;
  };
  const list = async (query = ''): Promise<{ meta: unknown; apps: { id: string; name: string }[] }> =>
    (await world.callApps('GET', `/apps${query}`)).body as {
      meta: unknown;
      apps: { id: string; name: string }[];
    };

  test('an import keeps the ids of the file while no other app has them', async () => {
    const appId = await imported('Orders');
    assert.equal(appId, oldApp);
    const { appV2 } = (await exported(appId)).app[0]!.definition;
    assert.equal(JSON.stringify(appV2), JSON.stringify(definition('Orders').appV2));
  });

  test('a second import is another app: only the ids of app, versions and organization differ', async () => {
    await imported('First');
    const appId = await imported('Orders');
    assert.notEqual(appId, oldApp);
    const { appV2 } = (await exported(appId)).app[0]!.definition;
    const versions = appV2['appVersions'] as { id: string }[];
    let text = JSON.stringify(appV2);
    for (const [fresh, old] of [
      [appId, oldApp],
      [world.project.organizationId, oldOrganization],
      [versions[0]!.id, v1],
      [versions[1]!.id, v2],
    ] as const) {
      assert.ok(!text.includes(old));
      text = text.replaceAll(fresh, old);
    }
    assert.equal(text, JSON.stringify(definition('Orders').appV2));
  });

  test('an export can hold one version alone', async () => {
    const appId = await imported('Orders');
    const all = (await exported(appId)).app[0]!.definition.appV2;
    const second = (all['appVersions'] as { id: string }[])[1]!;
    const search = { version_id: second.id };
    const one = (await exported(appId, { app: [{ id: appId, search_params: search }] })).app[0]!.definition
      .appV2;
    assert.deepEqual(Object.keys(one), Object.keys(all));
    assert.deepEqual(one['appVersions'], [second]);
    assert.deepEqual(one['components'], [{ id: id(11), name: 'two', pageId: page2 }]);
    assert.deepEqual(one['events'], []);
    assert.equal((one['dataQueries'] as unknown[]).length, 1);
    const unknown = { app: [{ id: appId, search_params: { version_id: id(99) } }] };
    assert.equal((await exporting(appId, unknown)).status, 404);
  });

  test('tables come with an export that asks for them', async () => {
    const appId = await imported('Orders');
    assert.ok(!('tooljet_database' in (await exported(appId))));
    const used = (await world.callApps('GET', `/apps/${appId}/tables`)).body as { readonly tables: unknown };
    assert.deepEqual(used.tables, [{ table_id: table }]);
    const whole = await exported(appId, { tooljet_database: used.tables });
    assert.deepEqual(whole.tooljet_database, tables);
    assert.deepEqual(Object.keys(whole), ['tooljet_database', 'app', 'tooljet_version']);
  });

  test('a name that is taken is refused and nothing is created', async () => {
    await imported('Orders');
    const again = await importing('Orders');
    assert.equal(again.status, 409);
    assert.equal((again.body as { readonly message: string }).message, 'This app name is already taken.');
    assert.equal((await list()).apps.length, 1);
  });

  test('a file of a later version is refused, one of the same or an earlier one is not', async () => {
    assert.equal((await importing('a', { version: '3.5.3' })).status, 400);
    assert.equal((await importing('b', { version: '3.10.0' })).status, 400);
    assert.equal((await importing('c', { version: '3.5.2-cloud-lts' })).status, 201);
    assert.equal((await importing('d', { version: '2.25.0-ee2.11.1' })).status, 201);
  });

  test('what is no definition is refused', async () => {
    for (const wrong of [{}, { appV2: 'x' }, { appV2: { id: oldApp } }]) {
      assert.equal((await importing('Orders', { definition: wrong })).status, 400);
    }
  });

  test('members list apps; export, import, rename and delete are for admins', async () => {
    const appId = await imported('Orders');
    const token = world.memberToken;
    assert.equal((await world.callApps('GET', '/apps', { token })).status, 200);
    assert.equal((await exporting(appId, {}, token)).status, 403);
    assert.equal((await importing('Stock', { token })).status, 403);
    const body = { app: { name: 'Stock' } };
    assert.equal((await world.callApps('PUT', `/apps/${appId}`, { body, token })).status, 403);
    assert.equal((await world.callApps('DELETE', `/apps/${appId}`, { token })).status, 403);
    assert.equal((await world.callApps('GET', '/apps', { token: world.outsiderToken })).status, 401);
    assert.deepEqual(
      (await list()).apps.map(({ name }) => name),
      ['Orders'],
    );
  });

  test('an update by swap: import under another name, rename the old one, then the new one', async () => {
    const before = await imported('Orders');
    const after = await imported('Orders (new)');
    const rename = (app: string, name: string): Promise<Answer> =>
      world.callApps('PUT', `/apps/${app}`, { body: { app: { name } } });
    assert.equal((await rename(after, 'Orders')).status, 409);
    assert.equal((await rename(before, 'Orders (before)')).status, 200);
    assert.equal((await rename(after, 'Orders')).status, 200);
    assert.equal((await exported(after)).app[0]!.definition.appV2['name'], 'Orders');
    await world.restart();
    const names = Object.fromEntries((await list()).apps.map(({ id: app, name }) => [app, name]));
    assert.deepEqual(names, { [before]: 'Orders (before)', [after]: 'Orders' });
    assert.equal((await world.callApps('DELETE', `/apps/${before}`)).status, 200);
    assert.equal((await list()).apps.length, 1);
  });

  test('the list has nine apps a page, the newest first', async () => {
    for (let n = 1; n <= 11; n += 1) {
      await imported(`App ${n}`);
      world.clock.forward(1);
    }
    const first = await list();
    assert.deepEqual(first.meta, { total_pages: 2, total_count: 11, folder_count: 0, current_page: 1 });
    assert.deepEqual([first.apps.length, first.apps[0]?.name], [9, 'App 11']);
    assert.deepEqual(
      (await list('?page=2')).apps.map(({ name }) => name),
      ['App 2', 'App 1'],
    );
    assert.deepEqual(
      (await list('?searchKey=pp%2011')).apps.map(({ name }) => name),
      ['App 11'],
    );
    assert.deepEqual((await list('?type=workflow')).apps, []);
  });

  test('an edit in the builder shows in the next export', async () => {
    const appId = await imported('Orders');
    const envelope = await exported(appId);
    const { appV2 } = envelope.app[0]!.definition;
    const edited = { ...appV2, components: [], name: 'not this' };
    await world.store.apps.save(appId, {
      app: [{ definition: { appV2: edited } }],
      tooljet_version: '3.5.2',
    });
    assert.deepEqual((await exported(appId)).app[0]!.definition.appV2, { ...appV2, components: [] });
  });

  test('the static token of an admin opens the ext routes of its workspaces alone', async () => {
    const other = await world.store.accounts.createProject({
      name: 'B',
      slug: 'b',
      ownerId: world.member.id,
    });
    const get = (workspace: string, token: string): Promise<Answer> =>
      world.request('GET', `/api/ext/workspace/${workspace}/apps`, { authorization: `Basic ${token}` });
    assert.equal((await get(world.project.organizationId, world.adminToken)).status, 200);
    assert.equal((await get(world.project.organizationId, world.memberToken)).status, 403);
    assert.equal((await get(other.organizationId, world.adminToken)).status, 403);
    assert.equal((await get(other.organizationId, world.memberToken)).status, 200);
  });

  test('passwords sign in, and a session ends after ten days', async () => {
    const sign = (email: string, password: string): Promise<Response> =>
      fetch(`${world.url}/api/authenticate`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      });
    assert.equal((await sign('ann@example.com', 'battery')).status, 401);
    assert.equal((await sign('cid@example.com', 'battery')).status, 401);
    const answer = await sign('ANN@example.com', 'correct horse');
    assert.equal(answer.status, 201);
    const token = /^tj_auth_token=([^;]+);/.exec(answer.headers.getSetCookie()[0] ?? '')?.[1] ?? '';
    assert.equal((await world.callApps('GET', '/apps', { token })).status, 200);
    world.clock.forward(10 * 24 * 3600 * 1000);
    assert.equal((await world.callApps('GET', '/apps', { token })).status, 401);
  });
});
