import assert from 'node:assert/strict';

import type { TiptapNode } from '../../../server/src/convert/tiptap.js';
import type { SampleContent } from '../../../server/src/platforms/embedded/SampleContent.js';
import { seedSampleContent } from '../../../server/src/platforms/embedded/seedSampleContent.js';
import { World } from './world.js';

const doc = (...content: TiptapNode[]): { type: 'doc'; content: TiptapNode[] } => ({ type: 'doc', content });
const link = (href: string): TiptapNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text: 'there', marks: [{ type: 'link', attrs: { href, target: null } }] }],
});
const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
const appId = '0d4a6a3e-5a0e-4b1c-9d59-2c1b8a1f0001';

const content: SampleContent = {
  project: { name: 'Field guide', slug: 'field-guide' },
  users: [
    { name: 'Mo Member', email: 'mo@example.com', role: 'member' },
    { name: 'Ada Admin', email: 'ada@example.com', role: 'admin', password: 'sample' },
  ],
  root: {
    name: '',
    documents: [
      { key: 'start', title: 'Start', doc: doc(link('doc:deep'), link('https://example.com/doc:x')) },
    ],
    folders: [
      {
        name: 'Guides',
        icon: '🧭',
        documents: [
          {
            key: 'deep',
            title: 'Deep',
            doc: doc({ type: 'image', attrs: { src: 'image:dot', alt: 'A dot' } }),
          },
          { key: 'diary', title: 'Diary', private: true, doc: doc(link('doc:start#part')) },
        ],
        folders: [{ name: 'Empty', folders: [], documents: [] }],
      },
      { name: 'Later', folders: [], documents: [] },
    ],
  },
  images: [{ key: 'dot', fileName: 'dot.png', mime: 'image/png', bytes }],
  apps: [
    {
      name: 'Orders',
      slug: 'orders',
      versionName: 'v1',
      envelope: {
        app: [
          {
            definition: {
              appV2: { id: appId, name: 'x', slug: 'x', appVersions: [{ id: appId, name: 'v1' }] },
            },
          },
        ],
        tooljet_version: '3.20.0-ee-lts',
      },
    },
  ],
};

interface TreeBody {
  readonly name: string;
  readonly icon: string | null;
  readonly children: readonly TreeBody[];
}

suite('Seeding sample content', () => {
  let world: World;
  setup(async () => {
    world = await World.start();
  });
  teardown(() => world.end());

  test('makes the folders and documents in their order, for every member', async () => {
    const { project, users } = await seedSampleContent(world.store, content);
    const outline = (nodes: readonly TreeBody[]): unknown[] =>
      nodes.map(({ name, icon, children }) => [name, icon, outline(children)]);
    const [member, admin] = users;
    const seen = async (userId: string | undefined): Promise<unknown[]> => {
      const token = await world.store.accounts.createToken(userId ?? '');
      const answer = await world.call('GET', `/folders/tree?project_id=${project.id}`, { token });
      return outline(answer.body as TreeBody[]);
    };
    const guides = (...documents: string[]): unknown[] => [
      'Guides',
      '🧭',
      [...documents.map((name) => [name, null, []]), ['Empty', null, []]],
    ];
    const later = ['Later', null, []];
    assert.deepEqual(await seen(member?.id), [['Start', null, []], guides('Deep'), later]);
    assert.deepEqual(await seen(admin?.id), [['Start', null, []], guides('Deep', 'Diary'), later]);
  });

  test('puts real URLs in the place of references', async () => {
    const { users, documents } = await seedSampleContent(world.store, content);
    const ada = users[1]?.id ?? '';
    const read = (key: string): string =>
      JSON.stringify(world.store.documents.read(ada, documents.get(key) ?? '').content);
    assert.ok(read('start').includes(`"href":"/documents/${documents.get('deep') ?? ''}"`));
    assert.ok(read('start').includes('"href":"https://example.com/doc:x"'));
    assert.ok(read('diary').includes(`"href":"/documents/${documents.get('start') ?? ''}#part"`));
    const src = /"src":"(\/api\/v1\/uploads\/image\/[0-9a-f]{32}\.png)"/.exec(read('deep'))?.[1] ?? '';
    const token = await world.store.accounts.createToken(ada);
    const image = await fetch(world.url + src, { headers: { authorization: `Bearer ${token}` } });
    assert.deepEqual(new Uint8Array(await image.arrayBuffer()), bytes);
  });

  test('makes the apps under their names in the workspace of the project', async () => {
    const { project, apps } = await seedSampleContent(world.store, content);
    const [app, ...others] = world.store.apps.list(project.organizationId);
    assert.deepEqual(
      [app?.id, app?.name, app?.slug, others.length],
      [apps.get('Orders'), 'Orders', 'orders', 0],
    );
    assert.equal(app?.definition.appV2['name'], 'Orders');
  });

  test('a second time it is refused and changes nothing', async () => {
    await seedSampleContent(world.store, content);
    const count = world.store.state.documents.filter(() => true).length;
    await assert.rejects(seedSampleContent(world.store, content), /field-guide already/);
    assert.equal(world.store.state.documents.filter(() => true).length, count);
    assert.equal(world.store.state.users.filter(({ email }) => email === 'ada@example.com').length, 1);
  });

  test('a reference to nothing is an error, and nothing is made', async () => {
    const broken = { ...content, root: { ...content.root, folders: [] } };
    await assert.rejects(seedSampleContent(world.store, broken), /nothing for "doc:deep"/);
    assert.equal(world.store.accounts.project('field-guide'), undefined);
    await world.restart();
    assert.equal(world.store.accounts.project('field-guide'), undefined);
  });
});
