import assert from 'node:assert/strict';
import { request } from 'node:http';

import { World } from './world.js';

const doc = { type: 'doc', content: [{ type: 'paragraph' }] };

suite('The embedded platform is strict', () => {
  let world: World;
  suiteSetup(async () => {
    world = await World.start();
  });
  suiteTeardown(() => world.end());

  const create = async (body: object): Promise<{ readonly status: number; readonly problems: unknown }> => {
    const answer = await world.call('POST', '/documents/', {
      body: { project_id: world.project.id, ...body },
    });
    const { detail } = answer.body as { readonly detail: unknown };
    const problems = Array.isArray(detail)
      ? (detail as { type: string; loc: unknown[] }[]).map(({ type, loc }) => `${type} ${loc.join('.')}`)
      : detail;
    return { status: answer.status, problems };
  };

  test('unknown fields and wrong types of a document get 422 and a list', async () => {
    assert.deepEqual(await create({ title: 'x' }), { status: 422, problems: ['extra_forbidden body.title'] });
    assert.deepEqual(await create({ name: 1 }), { status: 422, problems: ['string_type body.name'] });
    assert.deepEqual(await create({ content: 'text' }), {
      status: 422,
      problems: ['dict_type body.content'],
    });
    assert.deepEqual(await create({ is_private: 'no' }), {
      status: 422,
      problems: ['bool_type body.is_private'],
    });
    assert.deepEqual(await create({ project_id: undefined }), {
      status: 422,
      problems: ['missing body.project_id'],
    });
  });

  test('content must be a document and no larger than 10 MB', async () => {
    assert.deepEqual(await create({ content: { type: 'paragraph' } }), {
      status: 422,
      problems: "Invalid document content: must have type 'doc' with content array",
    });
    const text = 'x'.repeat(10 * 1024 * 1024);
    const large = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
    assert.deepEqual(await create({ content: large }), {
      status: 422,
      problems: 'Content exceeds 10MB limit',
    });
  });

  test('a body that cannot be read gets 422', async () => {
    for (const body of ['{"name": ', `${'['.repeat(600)}${']'.repeat(600)}`]) {
      const answer = await world.call('POST', '/documents/', { body });
      assert.equal(answer.status, 422);
    }
    const answer = await world.request('POST', '/api/v1/folders/', {
      authorization: `Bearer ${world.adminToken}`,
    });
    assert.equal(answer.status, 422);
  });

  test('queries are checked as well', async () => {
    const list = (query: string): Promise<{ readonly status: number }> =>
      world.call('GET', `/documents/filtered?project_id=${world.project.id}${query}`);
    assert.equal((await list('&limit=10')).status, 200);
    assert.equal((await list('&limit=ten')).status, 422);
    assert.equal((await list('&limit=0')).status, 422);
    assert.equal((await list('&skip=-1')).status, 422);
    assert.equal((await list('&page=2')).status, 422);
  });

  test('who is not signed in is told so before anything about the request', async () => {
    assert.deepEqual(await world.call('POST', '/documents/', { body: '{"', token: null }), {
      status: 401,
      body: { detail: 'NO_SESSION' },
    });
    assert.deepEqual(await world.call('GET', '/auth/me', { token: 'wrong' }), {
      status: 401,
      body: { detail: 'INVALID_TOKEN' },
    });
  });

  test('a token that has expired, or is for refreshing, opens nothing', async () => {
    const { accounts } = world.store;
    const refresh = await accounts.createToken(world.admin.id, { kind: 'refresh' });
    assert.equal((await world.call('GET', '/auth/me', { token: refresh })).status, 401);
    const short = await accounts.createToken(world.admin.id, { lifetimeMs: 1000 });
    assert.equal((await world.call('GET', '/auth/me', { token: short })).status, 200);
    world.clock.forward(1000);
    assert.equal((await world.call('GET', '/auth/me', { token: short })).status, 401);
  });

  test('a path without its slash is sent on, as FastAPI does', async () => {
    const headers = { authorization: `Bearer ${world.adminToken}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ project_id: world.project.id, content: doc });
    const answer = await fetch(`${world.url}/api/v1/documents`, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
    });
    assert.deepEqual([answer.status, answer.headers.get('location')], [307, '/api/v1/documents/']);
  });

  test('unknown routes get 404 in the form of their service', async () => {
    assert.deepEqual(await world.call('GET', '/workflows'), { status: 404, body: { detail: 'Not Found' } });
    const { body } = await world.callApps('GET', '/v2/nothing');
    assert.equal((body as { readonly message: string }).message, 'Cannot GET /api/v2/nothing');
  });

  test('unknown fields and wrong types of the app API get 400 and a list', async () => {
    const organization = world.project.organizationId;
    const exporting = await world.callApps('POST', '/v2/resources/export', {
      body: { organization_id: organization, apps: [] },
    });
    assert.deepEqual(
      [exporting.status, (exporting.body as { readonly message: unknown }).message],
      [400, ['property apps should not exist']],
    );
    const importing = await world.callApps('POST', '/v2/resources/import', {
      body: { organization_id: 'here', tooljet_version: 3 },
    });
    assert.deepEqual(
      [importing.status, (importing.body as { readonly message: unknown }).message],
      [400, ['organization_id must be a UUID', 'tooljet_version must be of type string']],
    );
  });

  test('only requests to this machine, and none of a web page, are answered', async () => {
    const { port } = new URL(world.url);
    const status = (headers: Record<string, string>): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const path = '/api/v1/auth/me';
        const authorization = `Bearer ${world.adminToken}`;
        const call = request(
          { host: '127.0.0.1', port, path, headers: { authorization, ...headers } },
          (answer) => {
            answer.resume();
            resolve(answer.statusCode);
          },
        );
        call.on('error', reject);
        call.end();
      });
    assert.equal(await status({ host: `127.0.0.1:${port}` }), 200);
    assert.equal(await status({ host: `LOCALHOST:${port}` }), 200);
    assert.equal(await status({ host: `[::1]:${port}` }), 200);
    assert.equal(await status({ host: 'evil.example' }), 421);
    assert.equal(await status({ host: `127.0.0.1.evil.example:${port}` }), 421);
    assert.equal(await status({ host: '127.0.0.1' }), 421);
    assert.equal(await status({ host: `127.0.0.1:${port}`, origin: 'null' }), 403);
    assert.equal(await status({ host: `127.0.0.1:${port}`, 'sec-fetch-site': 'cross-site' }), 403);
  });
});
