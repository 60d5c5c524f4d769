import assert from 'node:assert/strict';
import { NetworkError } from '../../../server/src/errors/networkErrors.js';
import {
  PlatformAuthError,
  PlatformForbiddenError,
  PlatformRejectedError,
} from '../../../server/src/errors/platformErrors.js';
import type { Platform } from '../../../server/src/platforms/Platform.js';
import { collect } from '../collect.js';
import { testPlatform } from '../testPlatform.js';
import type { Pair } from '../wire/Pair.js';
import type { ReplayServer } from '../wire/ReplayServer.js';
import { body, doc, folder, pairs, project, startReplay, welcome } from './ondokiReplay.js';

suite('OndokiPlatform sends what the wire pairs say', () => {
  let server: ReplayServer;
  let platform: Platform;
  setup(async () => {
    ({ server, platform } = await startReplay());
  });
  teardown(() => server.stop());

  /** The revision of the document as the pair `document-read` gives it. */
  const revision = async (): Promise<string> => {
    server.expect('document-read');
    return (await platform.read(doc, 'document')).revision;
  };

  test('connects', async () => {
    server.expect('me', 'projects');
    assert.deepEqual(await platform.connect(), {
      id: server.value('adminId'),
      name: 'Ann Bee',
      email: 'ann@example.com',
      isAdmin: true,
    });
    server.done();
  });

  test('lists the tree, then the documents, and reads what the pages missed', async () => {
    server.expect('tree', 'documents-page');
    const entries = await collect(platform.list(project));
    assert.deepEqual(
      entries.map(({ kind, title, parentId }) => [kind, title, parentId]),
      [
        ['folder', 'Guides', null],
        ['folder', 'Basics', folder],
        ['folder', 'Reference', null],
        ['document', 'Welcome', folder],
      ],
    );
    assert.equal(entries[2]?.icon, '📘');
    server.expect('tree', 'documents-page-empty', 'document-read');
    assert.equal((await collect(platform.list(project))).length, 4);
    server.done();
  });

  test('a document that is stored otherwise than sent goes to the trash again', async () => {
    server.expectWith('document-create', { status: 201, body: { ...body('document-create'), content: {} } });
    server.expect('document-delete');
    await assert.rejects(platform.create(project, welcome, { idempotencyKey: 'b' }), PlatformRejectedError);
    server.done();
  });

  test('a folder that the tree did not show comes before its document', async () => {
    server.expect('tree-empty', 'documents-page', 'folder-read');
    const entries = await collect(platform.list(project));
    assert.deepEqual(
      entries.map(({ id }) => id),
      [folder, doc],
    );
    server.done();
  });

  test('creates a folder and a document, never private by default', async () => {
    server.expect('folder-create', 'document-create');
    const options = { idempotencyKey: 'a' };
    await platform.create(project, { kind: 'folder', title: 'Guides', parentId: null }, options);
    await platform.create(project, welcome, { idempotencyKey: 'b' });
    server.done();
  });

  test('finds a creation whose answer was lost', async () => {
    server.expectCut('document-create').expect('documents-of-folder');
    assert.equal((await platform.create(project, welcome, { idempotencyKey: 'b' })).id, doc);
    server.expect('document-read');
    assert.equal((await platform.create(project, welcome, { idempotencyKey: 'b' })).id, doc);
    server.done();
  });

  test('takes no document for a lost creation that was there before', async () => {
    await revision();
    server.expectCut('document-create').expect('documents-of-folder');
    await assert.rejects(platform.create(project, welcome, { idempotencyKey: 'b' }), NetworkError);
    server.expect('documents-of-folder', 'document-create');
    await platform.create(project, welcome, { idempotencyKey: 'b' });
    server.done();
  });

  test('sends an image as a form, and fetches it', async () => {
    const { form } = pairs.get('image-upload')!.request;
    const bytes = new Uint8Array(Buffer.from(form!['file']!.base64, 'base64'));
    server.expect('image-upload', 'image-read');
    const { reference } = await platform.putAttachment(project, {
      name: 'dot.png',
      mime: 'image/png',
      bytes,
    });
    assert.deepEqual(Buffer.from((await platform.getAttachment(reference)).bytes), Buffer.from(bytes));
    server.done();
  });

  test('refreshes a token once, and goes on with the new one', async () => {
    await server.stop();
    const renewed = ['me', 'projects'].map((name): [string, Pair] => {
      const pair = pairs.get(name)!;
      const headers = { authorization: 'Bearer {newToken}' };
      return [`${name} again`, { ...pair, name: `${name} again`, request: { ...pair.request, headers } }];
    });
    ({ server, platform } = await startReplay(renewed));
    server.expectWith('me', pairs.get('me-wrong-token')!.response);
    server.expectWith('refresh', pairs.get('refresh-wrong-token')!.response);
    await assert.rejects(platform.connect(), PlatformAuthError);
    server.done();
  });

  test("no project of ours is an error of permission, with the server's words", async () => {
    server.expectWith('tree', pairs.get('tree-forbidden')!.response);
    await assert.rejects(
      collect(platform.list(project)),
      (error) =>
        error instanceof PlatformForbiddenError && error.message.includes('Not a member of this project'),
    );
    server.done();
  });

  test('without a credential nothing is sent', async () => {
    await assert.rejects(testPlatform('ondoki', server.url, undefined).connect(), PlatformAuthError);
    await assert.rejects(
      testPlatform('ondoki', server.url, { token: 'a\r\nb: c' }).connect(),
      PlatformAuthError,
    );
    server.done();
  });

  test('asks for changes from the watermark on', async () => {
    server.expect('documents-newest', 'trash-empty', 'tree');
    const [first] = await collect(platform.changes(project, null));
    server.expect('documents-newest', 'trash', 'tree');
    const steps = await collect(platform.changes(project, first!.cursor));
    assert.deepEqual(
      steps.map(({ kind, id }) => [kind, id]),
      [['trash', doc]],
    );
    server.expect('documents-newest', 'trash', 'tree-empty');
    assert.deepEqual(await collect(platform.changes(project, steps[0]!.cursor)), []);
    server.done();
  });
});
