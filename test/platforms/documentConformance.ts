import assert from 'node:assert/strict';
import type { TiptapDocument } from '../../server/src/convert/tiptap.js';
import { CancelledError } from '../../server/src/errors/networkErrors.js';
import {
  ItemLockedError,
  PlatformAuthError,
  PlatformForbiddenError,
  PlatformNotFoundError,
  PlatformRejectedError,
  StaleRevisionError,
} from '../../server/src/errors/platformErrors.js';
import type { NewItem, PlatformContent, PlatformEntry } from '../../server/src/platforms/Platform.js';
import { collect } from './collect.js';
import type { ConformanceWorld } from './conformance.js';

const saying = (text: string): { readonly form: 'json'; readonly doc: TiptapDocument } => ({
  form: 'json',
  doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export function documentConformance(name: string, start: () => Promise<ConformanceWorld>): void {
  suite(`${name}: documents`, () => {
    let world: ConformanceWorld;
    let keys = 0;
    setup(async () => {
      world = await start();
    });
    teardown(() => world.end());

    const add = (item: Partial<NewItem> & { readonly title: string }): Promise<PlatformEntry> => {
      const content: PlatformContent | undefined = item.kind === 'folder' ? undefined : saying(item.title);
      return world.platform.create(
        world.subject,
        { kind: 'document', parentId: null, ...(content && { content }), ...item },
        { idempotencyKey: `key ${++keys}` },
      );
    };
    const folder = (title: string, parentId: string | null = null): Promise<PlatformEntry> =>
      add({ kind: 'folder', title, parentId });
    const listed = async (id: string): Promise<PlatformEntry | undefined> =>
      (await collect(world.platform.list(world.subject))).find((entry) => entry.id === id);

    test('says who we are, and finds the subject', async () => {
      const me = await world.platform.connect();
      assert.ok(me.id !== '' && me.name !== '' && me.email.includes('@'));
      assert.equal(me.isAdmin, true);
      const subjects = await collect(world.platform.subjects());
      assert.ok(subjects.some(({ id, slug }) => id === world.subject || slug === world.subject));
    });

    test('an empty subject lists nothing', async () => {
      assert.deepEqual(await collect(world.platform.list(world.subject)), []);
    });

    test('lists parents before children, with content, order and the revision of a single read', async () => {
      const outer = await folder('Outer');
      const inner = await folder('Inner', outer.id);
      const deep = await add({ title: 'Deep', parentId: inner.id });
      const second = await add({ title: 'Second', parentId: inner.id });
      await add({ title: 'At the root' });
      const entries = await collect(world.platform.list(world.subject));
      const seen = new Set<string>();
      for (const { id, parentId } of entries) {
        assert.ok(parentId === null || seen.has(parentId));
        seen.add(id);
      }
      assert.equal(entries.length, 5);
      const found = entries.find(({ id }) => id === deep.id)!;
      const after = entries.find(({ id }) => id === second.id)!;
      assert.ok(found.order! < after.order!);
      assert.deepEqual(found.content, saying('Deep'));
      assert.equal(found.revision, (await world.platform.read(deep.id, 'document')).revision);
      assert.equal(found.revision, deep.revision);
      assert.match(found.updatedAt ?? '', /^\d{4}-\d\d-\d\dT.*Z$/);
    });

    test('lists many documents, each once', async () => {
      for (let index = 0; index < 12; index++) await add({ title: `Page ${index}` });
      const titles = (await collect(world.platform.list(world.subject))).map(({ title }) => title);
      assert.deepEqual([...titles].sort(), Array.from({ length: 12 }, (_, index) => `Page ${index}`).sort());
    });

    test('creates once for one key', async () => {
      const item: NewItem = { kind: 'document', title: 'Once', parentId: null, content: saying('Once') };
      const first = await world.platform.create(world.subject, item, { idempotencyKey: 'once' });
      const again = await world.platform.create(world.subject, item, { idempotencyKey: 'once' });
      assert.equal(again.id, first.id);
      const other = await world.platform.create(world.subject, item, { idempotencyKey: 'another' });
      assert.notEqual(other.id, first.id);
      assert.equal((await collect(world.platform.list(world.subject))).length, 2);
    });

    test('creates at a place, private only when asked', async () => {
      await add({ title: 'First' });
      const inserted = await add({ title: 'Before it', order: 0 });
      assert.equal(inserted.order, 0);
      assert.equal(inserted.private, false);
      assert.equal((await add({ title: 'Mine', private: true })).private, true);
    });

    test('updates what it read, and says the revision that the listing says', async () => {
      const before = await add({ title: 'Page' });
      const after = await world.platform.update(before.id, saying('new'), { ifRevision: before.revision });
      assert.notEqual(after.revision, before.revision);
      const entry = await listed(before.id);
      assert.equal(entry?.revision, after.revision);
      assert.deepEqual(entry.content, saying('new'));
      assert.equal(entry.title, 'Page');
    });

    test('never overwrites what somebody else wrote', async () => {
      const before = await add({ title: 'Page' });
      const theirs = await world.platform.update(before.id, saying('theirs'), {
        ifRevision: before.revision,
      });
      await assert.rejects(
        world.platform.update(before.id, saying('ours'), { ifRevision: before.revision }),
        (error) => error instanceof StaleRevisionError && error.data['current'] === theirs.revision,
      );
      assert.deepEqual((await world.platform.read(before.id, 'document')).content, saying('theirs'));
    });

    test('a new title or parent makes the revision stale, a new place among siblings does not', async () => {
      const home = await folder('Home');
      const page = await add({ title: 'Page' });
      const renamed = await world.platform.rename(page.id, 'document', 'Other', {
        ifRevision: page.revision,
      });
      assert.notEqual(renamed.revision, page.revision);
      const stale = { ifRevision: page.revision };
      await assert.rejects(world.platform.update(page.id, saying('x'), stale), StaleRevisionError);
      await assert.rejects(world.platform.rename(page.id, 'document', 'x', stale), StaleRevisionError);
      await assert.rejects(
        world.platform.move(page.id, 'document', { parentId: home.id }, stale),
        StaleRevisionError,
      );
      await assert.rejects(world.platform.trash(page.id, 'document', stale), StaleRevisionError);
      await add({ title: 'Sibling', order: 0 });
      const shifted = await listed(page.id);
      assert.notEqual(shifted?.revision, renamed.revision);
      await world.platform.update(page.id, saying('y'), { ifRevision: renamed.revision });
    });

    test('waits for nobody: a locked document is an error, and our own lock is always released', async () => {
      const page = await add({ title: 'Page' });
      await world.lockAsOther(page.id);
      const change = world.platform.update(page.id, saying('ours'), { ifRevision: page.revision });
      await assert.rejects(
        change,
        (error) => error instanceof ItemLockedError && typeof error.data['until'] === 'string',
      );
      await world.unlockAsOther(page.id);
      await world.platform.update(page.id, saying('ours'), { ifRevision: page.revision });
      await world.lockAsOther(page.id);
      await world.unlockAsOther(page.id);
    });

    test('renames and moves documents and folders', async () => {
      const home = await folder('Home');
      const page = await add({ title: 'Page' });
      assert.equal(
        (await world.platform.rename(home.id, 'folder', 'House', { ifRevision: home.revision })).title,
        'House',
      );
      const moved = await world.platform.move(
        page.id,
        'document',
        { parentId: home.id },
        { ifRevision: page.revision },
      );
      assert.equal(moved.parentId, home.id);
      assert.equal((await listed(page.id))?.revision, moved.revision);
      assert.equal((await world.platform.move(page.id, 'document', { parentId: null }, {})).parentId, null);
      const inner = await folder('Inner');
      const nested = await world.platform.move(
        inner.id,
        'folder',
        { parentId: home.id },
        { ifRevision: inner.revision },
      );
      assert.equal(nested.parentId, home.id);
      await assert.rejects(
        world.platform.move(home.id, 'folder', { parentId: inner.id }, {}),
        PlatformRejectedError,
      );
      await assert.rejects(
        world.platform.move(home.id, 'folder', { parentId: home.id }, {}),
        PlatformRejectedError,
      );
    });

    test('puts siblings in order', async () => {
      const ids: string[] = [];
      for (const title of ['a', 'b', 'c']) ids.push((await add({ title })).id);
      await world.platform.move(ids[2]!, 'document', { parentId: null, order: 0 }, {});
      const entries = await collect(world.platform.list(world.subject));
      const titles = entries.sort((left, right) => left.order! - right.order!).map(({ title }) => title);
      assert.deepEqual(titles, ['c', 'a', 'b']);
    });

    test('trashes documents, and of folders only empty ones', async () => {
      const home = await folder('Home');
      const page = await add({ title: 'Page', parentId: home.id });
      await assert.rejects(world.platform.trash(home.id, 'folder', {}), PlatformRejectedError);
      await world.platform.trash(page.id, 'document', { ifRevision: page.revision });
      assert.equal(await listed(page.id), undefined);
      await assert.rejects(world.platform.read(page.id, 'document'), PlatformNotFoundError);
      await assert.rejects(world.platform.trash(page.id, 'document', {}), PlatformNotFoundError);
      // The trash still holds the page, and would lose it with the folder.
      await assert.rejects(world.platform.trash(home.id, 'folder', {}), PlatformRejectedError);
      const empty = await folder('Empty');
      await world.platform.trash(empty.id, 'folder', { ifRevision: empty.revision });
      assert.equal(await listed(empty.id), undefined);
    });

    test('keeps an image byte for byte, and takes references of its own alone', async () => {
      const file = { name: 'a "dot".png', mime: 'image/png', bytes: new Uint8Array(dot) };
      const { reference } = await world.platform.putAttachment(world.subject, file);
      const image = await world.platform.getAttachment(reference);
      assert.deepEqual(Buffer.from(image.bytes), dot);
      assert.equal(image.mime, 'image/png');
      assert.ok(reference.endsWith(image.name));
      for (const foreign of [
        'https://elsewhere.example/api/v1/uploads/image/a.png',
        '/api/v1/auth/me',
        `${reference}/../../../auth/me`,
        'data:image/png;base64,AA==',
        '//elsewhere.example/api/v1/uploads/image/a.png',
        'http://',
      ]) {
        await assert.rejects(world.platform.getAttachment(foreign), PlatformNotFoundError, foreign);
      }
      const text = { name: 'a.txt', mime: 'text/plain', bytes: new Uint8Array([65]) };
      await assert.rejects(world.platform.putAttachment(world.subject, text), PlatformRejectedError);
    });

    test('reports changes after a cursor, and none when nothing changed', async () => {
      const page = await add({ title: 'Page' });
      const other = await add({ title: 'Other' });
      const [first, ...more] = await collect(world.platform.changes(world.subject, null));
      assert.deepEqual(more, []);
      const from = first!.cursor;
      assert.deepEqual(await collect(world.platform.changes(world.subject, from)), []);
      const home = await folder('Home');
      await world.platform.update(page.id, saying('new'), { ifRevision: page.revision });
      await world.platform.trash(other.id, 'document', {});
      const steps = await collect(world.platform.changes(world.subject, from));
      const said = steps.map(({ kind, id }) => `${kind} ${id}`);
      assert.deepEqual(
        [...new Set(said)].sort(),
        [`trash ${other.id}`, `upsert ${home.id}`, `upsert ${page.id}`].sort(),
      );
      assert.deepEqual(await collect(world.platform.changes(world.subject, steps.at(-1)!.cursor)), []);
    });

    test('an abort ends the call, and leaves no lock', async () => {
      const page = await add({ title: 'Page' });
      const signal = AbortSignal.abort();
      await assert.rejects(collect(world.platform.list(world.subject, { signal })), CancelledError);
      await assert.rejects(world.platform.read(page.id, 'document', { signal }), CancelledError);
      const options = { ifRevision: page.revision, signal };
      await assert.rejects(world.platform.update(page.id, saying('new'), options), CancelledError);
      await world.lockAsOther(page.id);
      assert.deepEqual((await world.platform.read(page.id, 'document')).content, saying('Page'));
    });

    test('a token that the service does not know is an error of sign-in', async () => {
      await assert.rejects(world.stranger.connect(), PlatformAuthError);
      await assert.rejects(collect(world.stranger.list(world.subject)), PlatformAuthError);
    });

    test('an unknown subject or id is not there', async () => {
      await assert.rejects(
        collect(world.platform.list('zzzzzzzzzzzzzzzz')),
        (error) => error instanceof PlatformForbiddenError || error instanceof PlatformNotFoundError,
      );
      await assert.rejects(world.platform.read('zzzzzzzzzzzzzzzz', 'document'), PlatformNotFoundError);
    });

    test('content of another form is refused', async () => {
      const page = await add({ title: 'Page' });
      const change = world.platform.update(
        page.id,
        { form: 'markdown', text: '# x' },
        { ifRevision: page.revision },
      );
      await assert.rejects(change, PlatformRejectedError);
    });
  });
}
