import assert from 'node:assert/strict';
import { readAppFile, appFileText, sameApp } from '../../server/src/apps/appFile.js';
import type { Json } from '../../server/src/convert/tiptap.js';
import { CancelledError } from '../../server/src/errors/networkErrors.js';
import {
  PlatformAuthError,
  PlatformNotFoundError,
  PlatformRejectedError,
  StaleRevisionError,
} from '../../server/src/errors/platformErrors.js';
import type { NewItem, PlatformEntry } from '../../server/src/platforms/Platform.js';
import { appV2, envelope, idMint } from '../apps/appFixture.js';
import { collect } from './collect.js';
import type { ConformanceWorld } from './conformance.js';

export function appConformance(name: string, start: () => Promise<ConformanceWorld>): void {
  suite(`${name}: apps`, () => {
    let world: ConformanceWorld;
    let seed = 0;
    setup(async () => {
      world = await start();
    });
    teardown(() => world.end());

    const item = (title: string, texts: readonly string[] = ['one', 'two'], file?: Json): NewItem => {
      const given = file ?? envelope({ name: title, version: 'v1', texts }, idMint(++seed));
      const content = { form: 'app', envelope: given, version: { id: 'any', name: 'v1' } } as const;
      return { kind: 'app', title, parentId: null, content };
    };
    const add = (title: string, texts?: readonly string[]): Promise<PlatformEntry> =>
      world.platform.create(world.subject, item(title, texts), { idempotencyKey: `${title} ${seed}` });
    const listed = async (): Promise<PlatformEntry[]> =>
      (await collect(world.platform.list(world.subject))).filter(({ kind }) => kind === 'app');

    test('an import comes back as the same app, with the version that the list names', async () => {
      const given = item('Orders');
      const created = await world.platform.create(world.subject, given, { idempotencyKey: 'orders' });
      const read = await world.platform.read(created.id, 'app');
      assert.ok(read.content.form === 'app' && given.content?.form === 'app');
      assert.ok(sameApp(appFileText(given.content.envelope), read.content.envelope));
      const file = readAppFile(appFileText(read.content.envelope));
      assert.equal(file.id, created.id);
      assert.deepEqual(file.version, read.version);
      assert.deepEqual(file.version, read.content.version);
      assert.equal(read.title, 'Orders');
      assert.equal(read.revision, created.revision);
      assert.deepEqual(
        (await listed()).map(({ id, revision, title }) => ({ id, revision, title })),
        [{ id: created.id, revision: created.revision, title: 'Orders' }],
      );
    });

    test('lists more apps than a page holds', async () => {
      const titles = Array.from({ length: 11 }, (_, index) => `App ${index}`);
      for (const title of titles) await add(title);
      assert.deepEqual((await listed()).map(({ title }) => title).sort(), titles.sort());
    });

    test('takes a file of 2023, which names no version', async () => {
      const shape = { name: 'Old', version: 'v1', texts: ['one'] };
      const file = { appV2: appV2(shape, idMint(77)) };
      const created = await world.platform.create(world.subject, item('Old', [], file), {
        idempotencyKey: 'old',
      });
      const read = await world.platform.read(created.id, 'app');
      assert.ok(read.content.form === 'app' && sameApp(appFileText(file), read.content.envelope));
    });

    test('creates once for one key', async () => {
      const given = item('Once');
      const first = await world.platform.create(world.subject, given, { idempotencyKey: 'once' });
      const again = await world.platform.create(world.subject, given, { idempotencyKey: 'once' });
      assert.equal(again.id, first.id);
      assert.equal((await listed()).length, 1);
    });

    test('a name that is taken is refused, and nothing is made', async () => {
      await add('Orders');
      await assert.rejects(add('Orders'), PlatformRejectedError);
      assert.equal((await listed()).length, 1);
    });

    test('what is no app is refused before anything is sent', async () => {
      const create = world.platform.create(world.subject, item('Bad', [], { some: 'thing' }), {
        idempotencyKey: 'bad',
      });
      await assert.rejects(create, PlatformRejectedError);
      assert.deepEqual(await listed(), []);
    });

    test('renames; a stale revision renames nothing', async () => {
      const app = await add('Orders');
      const renamed = await world.platform.rename(app.id, 'app', 'Order desk', { ifRevision: app.revision });
      assert.equal(renamed.title, 'Order desk');
      assert.notEqual(renamed.revision, app.revision);
      const stale = world.platform.rename(app.id, 'app', 'Third', { ifRevision: app.revision });
      await assert.rejects(stale, StaleRevisionError);
      assert.deepEqual(
        (await listed()).map(({ title }) => title),
        ['Order desk'],
      );
    });

    test('has no trash, but takes back an import that nobody touched', async () => {
      const kept = await add('Kept');
      await world.platform.rename(kept.id, 'app', 'Kept and changed', {});
      await assert.rejects(world.platform.trash(kept.id, 'app', {}), StaleRevisionError);
      const fresh = await add('Temporary');
      await world.platform.trash(fresh.id, 'app', {});
      assert.deepEqual(
        (await listed()).map(({ title }) => title),
        ['Kept and changed'],
      );
      assert.equal(world.platform.capabilities.app?.trash, false);
    });

    test('updates nothing in place', async () => {
      const app = await add('Orders');
      const { content } = item('Orders', ['changed']);
      await assert.rejects(
        world.platform.update(app.id, content!, { ifRevision: app.revision }),
        PlatformRejectedError,
      );
      assert.equal(world.platform.capabilities.app?.updateInPlace, false);
    });

    test('reports changes after a cursor', async () => {
      const app = await add('Orders');
      const [first] = await collect(world.platform.changes(world.subject, null));
      assert.deepEqual(await collect(world.platform.changes(world.subject, first!.cursor)), []);
      await world.platform.rename(app.id, 'app', 'Order desk', {});
      const steps = await collect(world.platform.changes(world.subject, first!.cursor));
      assert.deepEqual(
        steps.map(({ kind, id }) => ({ kind, id })),
        [{ kind: 'upsert', id: app.id }],
      );
      assert.deepEqual(await collect(world.platform.changes(world.subject, steps.at(-1)!.cursor)), []);
    });

    test('an abort ends the call', async () => {
      const signal = AbortSignal.abort();
      await assert.rejects(collect(world.platform.list(world.subject, { signal })), CancelledError);
    });

    test('unknown apps, and tokens that the service does not know, are errors', async () => {
      await assert.rejects(
        world.platform.read('00000000-0000-4000-8000-000000000001', 'app'),
        PlatformNotFoundError,
      );
      await assert.rejects(collect(world.stranger.list(world.subject)), PlatformAuthError);
    });
  });
}
