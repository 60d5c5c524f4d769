import assert from 'node:assert/strict';

import { World, type Answer } from './world.js';

const paragraph = (text: string): object => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

interface DocumentBody {
  readonly id: string;
  readonly name: string | null;
  readonly version: number;
  readonly position: number;
  readonly folder_id: string | null;
  readonly is_private: boolean;
  readonly owner_id: string | null;
  readonly updated_at: string;
  readonly content: unknown;
}

suite('The document API of the embedded platform', () => {
  let world: World;
  setup(async () => {
    world = await World.start();
  });
  teardown(() => world.end());

  const create = async (name: string, more: object = {}, token?: string): Promise<DocumentBody> => {
    const body = { name, content: paragraph(name), project_id: world.project.id, is_private: false, ...more };
    const answer = await world.call('POST', '/documents/', {
      body,
      ...(token === undefined ? {} : { token }),
    });
    assert.equal(answer.status, 201);
    return answer.body as DocumentBody;
  };
  const read = async (id: string, token?: string): Promise<Answer> =>
    world.call('GET', `/documents/${id}`, token === undefined ? {} : { token });
  const names = (answer: Answer): (string | null)[] =>
    (answer.body as DocumentBody[]).map(({ name }) => name);
  const list = (query = ''): Promise<Answer> =>
    world.call('GET', `/documents/filtered?project_id=${world.project.id}${query}`);

  test('of two writes on the same version one wins and the other is told 409', async () => {
    const { id } = await create('Plan');
    const answers = await Promise.all(
      ['one', 'two'].map((text) =>
        world.call('PUT', `/documents/${id}`, { body: { content: paragraph(text), version: 1 } }),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    const winner = answers.find(({ status }) => status === 200)?.body as DocumentBody;
    assert.deepEqual(((await read(id)).body as DocumentBody).content, winner.content);
  });

  test('the version grows with content alone, updated_at with everything', async () => {
    const { id, updated_at: first } = await create('Plan');
    const renamed = (await world.call('PUT', `/documents/${id}`, { body: { name: 'New' } }))
      .body as DocumentBody;
    assert.equal(renamed.version, 1);
    assert.ok(renamed.updated_at > first);
    const written = (await world.call('PUT', `/documents/${id}`, { body: { content: paragraph('x') } }))
      .body as DocumentBody;
    assert.equal(written.version, 2);
  });

  test('the first content of a blank document is no new version', async () => {
    const { id, version } = await create('Blank', { content: {} });
    assert.equal(version, 1);
    const written = await world.call('PUT', `/documents/${id}`, { body: { content: paragraph('x') } });
    assert.equal((written.body as DocumentBody).version, 1);
    assert.deepEqual((await world.call('GET', `/documents/${id}/versions`)).body, []);
  });

  test('a lock keeps others out for 30 minutes and its holder may write', async () => {
    const { id } = await create('Plan');
    const token = world.memberToken;
    assert.equal((await world.call('POST', `/documents/${id}/lock`, { token })).status, 200);
    const write = (as: string): Promise<Answer> =>
      world.call('PUT', `/documents/${id}`, { body: { name: 'New' }, token: as });
    assert.equal((await write(token)).status, 200);
    assert.equal((await write(world.adminToken)).status, 423);
    world.clock.forward(30 * 60 * 1000 + 1);
    assert.equal((await write(world.adminToken)).status, 200);
  });

  test('an admin may force a lock, a member may not', async () => {
    const { id } = await create('Plan');
    await world.call('POST', `/documents/${id}/lock`);
    const token = world.memberToken;
    assert.deepEqual(await world.call('POST', `/documents/${id}/lock?force=true`, { token }), {
      status: 403,
      body: { detail: 'Only project admins can force-acquire locks' },
    });
    await world.call('POST', `/documents/${id}/unlock`);
    await world.call('POST', `/documents/${id}/lock`, { token });
    assert.equal((await world.call('POST', `/documents/${id}/lock?force=true`)).status, 200);
  });

  test('a deleted document is in the trash alone, and comes back whole', async () => {
    const before = await create('Plan');
    assert.equal((await world.call('DELETE', `/documents/${before.id}`)).status, 204);
    assert.equal((await read(before.id)).status, 404);
    assert.deepEqual(names(await list()), []);
    assert.deepEqual(names(await world.call('GET', `/documents/trash/${world.project.id}`)), ['Plan']);
    assert.equal((await world.call('POST', `/documents/${before.id}/restore`)).status, 200);
    const after = (await read(before.id)).body as DocumentBody;
    assert.deepEqual(after.content, before.content);
    assert.deepEqual(names(await world.call('GET', `/documents/trash/${world.project.id}`)), []);
  });

  test('only an admin deletes for good', async () => {
    const { id } = await create('Plan');
    const token = world.memberToken;
    assert.equal((await world.call('DELETE', `/documents/${id}/permanent`, { token })).status, 403);
    assert.equal((await world.call('DELETE', `/documents/${id}/permanent`)).status, 200);
    assert.equal((await world.call('POST', `/documents/${id}/restore`)).status, 404);
  });

  test("documents are private unless said otherwise, and private ones are their owner's", async () => {
    const { id, is_private: isPrivate, owner_id: owner } = await create('Diary', { is_private: undefined });
    assert.deepEqual([isPrivate, owner], [true, world.admin.id]);
    const token = world.memberToken;
    assert.equal((await read(id, token)).status, 404);
    assert.equal((await world.call('PUT', `/documents/${id}`, { body: { name: 'x' }, token })).status, 404);
    assert.deepEqual(names(await list()), ['Diary']);
    const asMember = await world.call('GET', `/documents/filtered?project_id=${world.project.id}`, { token });
    assert.deepEqual(names(asMember), []);
    const tree = await world.call('GET', `/folders/tree?project_id=${world.project.id}`, { token });
    assert.deepEqual(names(tree), []);
    await world.call('PUT', `/documents/${id}/move`, { body: { is_private: false } });
    assert.equal((await read(id, token)).status, 200);
  });

  test('is_private of an update is ignored, and folder_id null does not lead to the root', async () => {
    const folder = (
      await world.call('POST', '/folders/', { body: { name: 'A', project_id: world.project.id } })
    ).body as { readonly id: string };
    const { id } = await create('Plan', { folder_id: folder.id });
    const body = { is_private: true, folder_id: null };
    const updated = (await world.call('PUT', `/documents/${id}`, { body })).body as DocumentBody;
    assert.deepEqual([updated.is_private, updated.folder_id], [false, folder.id]);
    const moved = (await world.call('PUT', `/documents/${id}/move`, { body: { parent_id: null } })).body;
    assert.equal((moved as DocumentBody).folder_id, null);
  });

  test('moving makes room where it goes and closes the gap where it was', async () => {
    const folder = (
      await world.call('POST', '/folders/', { body: { name: 'F', project_id: world.project.id } })
    ).body as { readonly id: string };
    const ids = new Map<string, string>();
    for (const name of ['a', 'b', 'c', 'd']) ids.set(name, (await create(name)).id);
    for (const name of ['x', 'y']) ids.set(name, (await create(name, { folder_id: folder.id })).id);
    const positions = async (): Promise<Record<string, number>> => {
      const documents = (await list('&sort_by=name&sort_order=asc')).body as DocumentBody[];
      return Object.fromEntries(
        documents.map(({ name, position }): [string, number] => [name ?? '', position]),
      );
    };
    const move = (name: string, body: object): Promise<Answer> =>
      world.call('PUT', `/documents/${ids.get(name) ?? ''}/move`, { body });
    assert.deepEqual(await positions(), { a: 0, b: 1, c: 2, d: 3, x: 0, y: 1 });
    await move('a', { parent_id: null, position: 2 });
    assert.deepEqual(await positions(), { a: 2, b: 0, c: 1, d: 3, x: 0, y: 1 });
    await move('d', { parent_id: null, position: 0 });
    assert.deepEqual(await positions(), { a: 3, b: 1, c: 2, d: 0, x: 0, y: 1 });
    await move('c', { parent_id: folder.id, position: 1 });
    assert.deepEqual(await positions(), { a: 2, b: 1, c: 1, d: 0, x: 0, y: 2 });
    await world.restart();
    assert.deepEqual(await positions(), { a: 2, b: 1, c: 1, d: 0, x: 0, y: 2 });
  });

  test('snapshots are kept at most every 30 s and at most 100', async () => {
    const { id } = await create('Plan');
    const write = (n: number): Promise<Answer> =>
      world.call('PUT', `/documents/${id}`, { body: { content: paragraph(`text ${n}`) } });
    await write(1);
    await write(2);
    const versions = async (): Promise<number[]> => {
      const answer = await world.call('GET', `/documents/${id}/versions?limit=200`);
      return (answer.body as { version_number: number }[]).map(({ version_number: number }) => number);
    };
    assert.deepEqual(await versions(), [1]);
    world.clock.forward(30_001);
    await write(3);
    assert.deepEqual(await versions(), [3, 1]);
    for (let n = 4; n < 110; n += 1) {
      world.clock.forward(30_001);
      await write(n);
    }
    const all = await versions();
    assert.equal(all.length, 100);
    assert.equal(all[0], 109);
  });

  test('restoring a snapshot brings its content back as a new version', async () => {
    const { id, content } = await create('Plan');
    await world.call('PUT', `/documents/${id}`, { body: { content: paragraph('other'), name: 'Other' } });
    const [snapshot] = (await world.call('GET', `/documents/${id}/versions`)).body as {
      readonly id: string;
    }[];
    await world.call('POST', `/documents/${id}/restore/${snapshot?.id ?? ''}`);
    const after = (await read(id)).body as DocumentBody;
    assert.deepEqual([after.content, after.name, after.version], [content, 'Plan', 3]);
  });

  test('members read and write; who is no member does neither', async () => {
    const { id } = await create('Plan', {}, world.memberToken);
    const write = (token: string): Promise<Answer> =>
      world.call('PUT', `/documents/${id}`, { body: { name: 'New' }, token });
    assert.equal((await write(world.memberToken)).status, 200);
    assert.deepEqual(await write(world.outsiderToken), {
      status: 403,
      body: { detail: 'Not a member of this project' },
    });
  });

  test('everything is there again after a restart', async () => {
    const { id } = await create('Plan');
    await world.call('PUT', `/documents/${id}`, { body: { content: paragraph('new') } });
    const before = (await read(id)).body;
    await world.restart();
    assert.deepEqual((await read(id)).body, before);
    const renamed = (await world.call('PUT', `/documents/${id}`, { body: { name: 'New' } }))
      .body as DocumentBody;
    assert.ok(renamed.updated_at > (before as DocumentBody).updated_at);
  });
});
