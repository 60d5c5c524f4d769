import assert from 'node:assert/strict';

import { World } from './world.js';

interface FolderBody {
  readonly id: string;
  readonly path: string;
  readonly depth: number;
  readonly position: number;
  readonly is_private: boolean;
  readonly owner_id: string | null;
}

interface TreeBody {
  readonly name: string;
  readonly children: readonly TreeBody[];
}

suite('Folders and images of the embedded platform', () => {
  let world: World;
  setup(async () => {
    world = await World.start();
  });
  teardown(() => world.end());

  const folder = async (name: string, more: object = {}): Promise<FolderBody> => {
    const answer = await world.call('POST', '/folders/', {
      body: { name, project_id: world.project.id, ...more },
    });
    assert.equal(answer.status, 201);
    return answer.body as FolderBody;
  };
  const document = async (name: string, folderId: string): Promise<string> => {
    const body = { name, project_id: world.project.id, folder_id: folderId, is_private: false };
    return ((await world.call('POST', '/documents/', { body })).body as FolderBody).id;
  };
  const outline = (nodes: readonly TreeBody[]): unknown[] =>
    nodes.map(({ name, children }) => (children.length === 0 ? name : [name, outline(children)]));
  const tree = async (query = '', token = world.adminToken): Promise<unknown[]> => {
    const answer = await world.call('GET', `/folders/tree?project_id=${world.project.id}${query}`, { token });
    return outline(answer.body as TreeBody[]);
  };

  test('the tree nests, is ordered by position and can be cut', async () => {
    const guides = await folder('Guides');
    await folder('Reference');
    const basics = await folder('Basics', { parent_id: guides.id });
    await document('Welcome', basics.id);
    await folder('First', { position: -1 });
    assert.deepEqual(await tree(), ['First', ['Guides', [['Basics', ['Welcome']]]], 'Reference']);
    assert.deepEqual(await tree('&depth_limit=0'), ['First', 'Guides', 'Reference']);
    assert.deepEqual(await tree(`&parent_id=${guides.id}`), [['Basics', ['Welcome']]]);
  });

  test('a moved folder takes its content along and cannot go into itself', async () => {
    const a = await folder('A');
    const b = await folder('B', { parent_id: a.id });
    const c = await folder('C', { parent_id: b.id });
    const into = (id: string, parent: string | null): Promise<{ status: number; body: unknown }> =>
      world.call('PUT', `/folders/${id}/move`, { body: { parent_id: parent } });
    assert.equal((await into(a.id, c.id)).status, 400);
    assert.equal((await into(b.id, null)).status, 200);
    const moved = (await world.call('GET', `/folders/${c.id}`)).body as FolderBody;
    assert.deepEqual([moved.path, moved.depth], [`${b.id}/${c.id}/`, 1]);
  });

  test('deleting a folder deletes everything in it, for good', async () => {
    const a = await folder('A');
    const b = await folder('B', { parent_id: a.id });
    const id = await document('Plan', b.id);
    assert.equal((await world.call('DELETE', `/folders/${a.id}`)).status, 204);
    assert.deepEqual(await tree(), []);
    assert.equal((await world.call('GET', `/documents/${id}`)).status, 404);
    assert.deepEqual((await world.call('GET', `/documents/trash/${world.project.id}`)).body, []);
    await world.restart();
    assert.deepEqual(await tree(), []);
  });

  test('a folder made private hides everything in it, and what is made in it', async () => {
    const a = await folder('A');
    await document('Plan', a.id);
    await world.call('PUT', `/folders/${a.id}`, { body: { is_private: true } });
    const inner = await folder('Inner', { parent_id: a.id });
    assert.deepEqual([inner.is_private, inner.owner_id], [true, world.admin.id]);
    assert.deepEqual(await tree('', world.memberToken), []);
    assert.deepEqual(await tree('&is_private=true'), [['A', ['Inner', 'Plan']]]);
    assert.deepEqual(await tree('&is_private=false'), []);
    await world.call('PUT', `/folders/${a.id}`, { body: { is_private: false } });
    assert.deepEqual(await tree('', world.memberToken), [['A', ['Inner', 'Plan']]]);
  });

  const upload = (field: string, bytes: Uint8Array, name: string, type: string): Promise<Response> => {
    const form = new FormData();
    form.set(field, new Blob([bytes], { type }), name);
    const headers = { authorization: `Bearer ${world.adminToken}` };
    return fetch(`${world.url}/api/v1/uploads/image`, { method: 'POST', headers, body: form });
  };

  test('an image comes back byte for byte, to those who are signed in', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, index) => index % 251);
    const answer = await upload('file', bytes, 'Plan of the house.JPG', 'image/jpeg');
    assert.equal(answer.status, 200);
    const { url, size } = (await answer.json()) as { readonly url: string; readonly size: number };
    assert.match(url, /^\/api\/v1\/uploads\/image\/[0-9a-f]{32}\.JPG$/);
    assert.equal(size, bytes.length);
    assert.equal((await fetch(world.url + url)).status, 401);
    const headers = { authorization: `Bearer ${world.memberToken}` };
    const image = await fetch(world.url + url, { headers });
    assert.equal(image.headers.get('content-type'), 'image/jpeg');
    assert.deepEqual(new Uint8Array(await image.arrayBuffer()), bytes);
  });

  test('other files, other fields and images over 10 MB are refused', async () => {
    assert.equal((await upload('file', new Uint8Array(3), 'page.html', 'text/html')).status, 400);
    assert.equal((await upload('image', new Uint8Array(3), 'dot.png', 'image/png')).status, 422);
    const large = await upload('file', new Uint8Array(10 * 1024 * 1024 + 1), 'big.png', 'image/png');
    assert.deepEqual(
      [large.status, await large.json()],
      [400, { detail: 'File too large. Maximum size: 10MB' }],
    );
    assert.equal(
      (await upload('file', new Uint8Array(10 * 1024 * 1024), 'full.png', 'image/png')).status,
      200,
    );
  });

  test('no name of an image leads out of its folder', async () => {
    for (const name of ['..%2Fstore.json', '..%5Cstore.json', '%2e%2e%2f%2e%2e%2fetc%2fpasswd']) {
      assert.equal((await world.call('GET', `/uploads/image/${name}`)).status, 400);
    }
    assert.equal((await world.call('GET', '/uploads/image/store.json')).status, 404);
  });
});
