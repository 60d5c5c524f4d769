import assert from 'node:assert/strict';
import type { TiptapDocument } from '../../../server/src/convert/tiptap.js';
import { CancelledError, NetworkError } from '../../../server/src/errors/networkErrors.js';
import {
  ItemLockedError,
  PlatformAuthError,
  PlatformFailureError,
  PlatformForbiddenError,
  PlatformRejectedError,
  StaleRevisionError,
} from '../../../server/src/errors/platformErrors.js';
import type { Platform, PlatformContent } from '../../../server/src/platforms/Platform.js';
import { collect } from '../collect.js';
import { testPlatform } from '../testPlatform.js';
import { loadPairs, type Json, type Pair } from '../wire/Pair.js';
import { ReplayServer } from '../wire/ReplayServer.js';
import { replayWorld } from '../wire/replayWorld.js';

const pairs = loadPairs('ondoki');
const body = (name: string): Record<string, Json> => pairs.get(name)!.response.body as Record<string, Json>;
const content = (name: string): PlatformContent => {
  const doc: unknown = body(name)['content'];
  return { form: 'json', doc: doc as TiptapDocument };
};

suite('OndokiPlatform sends what the wire pairs say', () => {
  let server: ReplayServer;
  let platform: Platform;
  const project = String(replayWorld['project']);
  const doc = String(replayWorld['doc']);
  const folder = String(replayWorld['folder']);

  setup(async () => {
    server = await ReplayServer.start(pairs, replayWorld);
    platform = testPlatform('ondoki', server.url, {
      token: String(replayWorld['adminToken']),
      refreshToken: String(replayWorld['adminRefreshToken']),
    });
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

  test('updates under a lock and reads back', async () => {
    const ifRevision = await revision();
    server.expect(
      'document-read',
      'lock-status-free',
      'lock',
      'document-update',
      'unlock',
      'document-read-updated',
    );
    const entry = await platform.update(doc, content('document-update'), { ifRevision });
    assert.ok(entry.revision.startsWith('2.'));
    server.done();
  });

  test('leaves a lock alone that our own account holds', async () => {
    const ifRevision = await revision();
    server.expect('document-read', 'lock-status-mine', 'document-update', 'document-read-updated');
    await platform.update(doc, content('document-update'), { ifRevision });
    server.done();
  });

  test('releases the lock after a stale write, and after a lock that was not answered', async () => {
    const ifRevision = await revision();
    server.expect('document-read', 'lock-status-free', 'lock');
    server.expectWith('document-update', pairs.get('document-update-stale')!.response).expect('unlock');
    await assert.rejects(
      platform.update(doc, content('document-update'), { ifRevision }),
      StaleRevisionError,
    );
    server.expect('document-read', 'lock-status-free').expectCut('lock').expect('unlock');
    await assert.rejects(platform.update(doc, content('document-update'), { ifRevision }), NetworkError);
    server.done();
  });

  test('an abort in the middle of a write still releases the lock', async () => {
    const ifRevision = await revision();
    const controller = new AbortController();
    server.expect('document-read', 'lock-status-free', 'lock');
    server.expectSilence('document-update', () => controller.abort()).expect('unlock');
    const { signal } = controller;
    const update = platform.update(doc, content('document-update'), { ifRevision, signal });
    await assert.rejects(update, CancelledError);
    server.done();
  });

  test('a lock that cannot be released does not undo the write', async () => {
    const ifRevision = await revision();
    server.expect('document-read', 'lock-status-free', 'lock', 'document-update');
    server.expectWith('unlock', pairs.get('unlock-not-holder')!.response).expect('document-read-updated');
    assert.ok(
      (await platform.update(doc, content('document-update'), { ifRevision })).revision.startsWith('2.'),
    );
    server.done();
  });

  test('a document that is stored otherwise than sent goes to the trash again', async () => {
    const item = {
      kind: 'document',
      title: 'Welcome',
      parentId: folder,
      content: content('document-create'),
    } as const;
    server.expectWith('document-create', { status: 201, body: { ...body('document-create'), content: {} } });
    server.expect('document-delete');
    await assert.rejects(platform.create(project, item, { idempotencyKey: 'b' }), PlatformRejectedError);
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

  test('somebody else holds the lock: before, while we take it, while we write', async () => {
    const ifRevision = await revision();
    const update = (): Promise<unknown> => platform.update(doc, content('document-update'), { ifRevision });
    const isLocked = (until?: string) => (error: unknown) =>
      error instanceof ItemLockedError && error.data['until'] === until;
    server.expect('document-read', 'lock-status-other');
    await assert.rejects(update(), isLocked('2026-01-02T03:34:05.678Z'));
    server.expect('document-read', 'lock-status-free');
    server.expectWith('lock', pairs.get('lock-taken')!.response).expect('unlock');
    await assert.rejects(update(), isLocked());
    server.expect('document-read', 'lock-status-free', 'lock');
    server.expectWith('document-update', pairs.get('document-update-locked')!.response).expect('unlock');
    await assert.rejects(update(), isLocked());
    server.done();
  });

  test('an answer of 200 without effect is a failure', async () => {
    const ifRevision = await revision();
    server.expect('document-read', 'lock-status-free', 'lock');
    server.expectWith('document-update', { status: 200, body: body('documents-page') });
    server.expectWith('unlock', { status: 200, body: { locked: false } });
    await assert.rejects(
      platform.update(doc, content('document-update'), { ifRevision }),
      PlatformFailureError,
    );
    server.expect('document-read', 'lock-status-free', 'lock');
    server.expectWith('document-update', { status: 200, body: { ...body('document-update'), version: 1 } });
    server.expect('unlock', 'document-read');
    await assert.rejects(
      platform.update(doc, content('document-update'), { ifRevision }),
      PlatformFailureError,
    );
    server.expect('document-read');
    server.expectWith('lock-status-free', { status: 200, body: body('lock-status-mine') });
    server.expectWith('document-rename', { status: 200, body: body('document-update') });
    server.expect('document-read');
    await assert.rejects(
      platform.rename(doc, 'document', 'Start here', { ifRevision }),
      PlatformFailureError,
    );
    server.done();
  });

  test('an update whose answer was lost counts when it happened, and only then', async () => {
    const ifRevision = await revision();
    server.expect('document-read', 'lock-status-free', 'lock').expectCut('document-update');
    server.expect('unlock', 'document-read-updated');
    const entry = await platform.update(doc, content('document-update'), { ifRevision });
    assert.ok(entry.revision.startsWith('2.'));
    server.expect('document-read', 'lock-status-free', 'lock').expectCut('document-update');
    server.expect('unlock', 'document-read');
    await assert.rejects(
      platform.update(doc, content('document-update'), { ifRevision }),
      PlatformFailureError,
    );
    server.done();
  });

  test('somebody who writes right after us is not taken for us', async () => {
    const ifRevision = await revision();
    server.expect('document-read', 'lock-status-free', 'lock', 'document-update', 'unlock');
    server.expectWith('document-read-updated', {
      status: 200,
      body: { ...body('document-read-updated'), version: 3 },
    });
    const entry = await platform.update(doc, content('document-update'), { ifRevision });
    assert.ok(entry.revision.startsWith('2.'));
    server.done();
  });

  test('renames, moves and trashes, each read back', async () => {
    server.expect(
      'document-read',
      'lock-status-free',
      'lock',
      'document-rename',
      'unlock',
      'document-read-renamed',
    );
    assert.equal((await platform.rename(doc, 'document', 'Start here', {})).title, 'Start here');
    server.expect('document-read', 'document-move', 'document-read-moved');
    const second = server.value('second');
    assert.equal((await platform.move(doc, 'document', { parentId: second, order: 0 }, {})).parentId, second);
    server.expect('document-read');
    await platform.move(doc, 'document', { parentId: folder }, {});
    server.expect('document-read', 'document-delete', 'document-read-deleted');
    await platform.trash(doc, 'document', {});
    server.done();
  });

  test('deletes a folder only when neither it nor the trash holds anything of it', async () => {
    server.expect('folder-read', 'folder-read', 'tree-of-empty-folder', 'trash-empty', 'folder-delete');
    await platform.trash(folder, 'folder', {});
    server.expect('folder-read', 'folder-read', 'tree-of-folder', 'trash-empty');
    await assert.rejects(platform.trash(folder, 'folder', {}), PlatformRejectedError);
    server.expect('folder-read', 'folder-read', 'tree-of-empty-folder', 'trash');
    await assert.rejects(platform.trash(folder, 'folder', {}), PlatformRejectedError);
    server.done();
  });

  test('creates a folder and a document, never private by default', async () => {
    server.expect('folder-create', 'document-create');
    const options = { idempotencyKey: 'a' };
    await platform.create(project, { kind: 'folder', title: 'Guides', parentId: null }, options);
    const item = {
      kind: 'document',
      title: 'Welcome',
      parentId: folder,
      content: content('document-create'),
    } as const;
    await platform.create(project, item, { idempotencyKey: 'b' });
    server.done();
  });

  test('finds a creation whose answer was lost', async () => {
    const item = {
      kind: 'document',
      title: 'Welcome',
      parentId: folder,
      content: content('document-create'),
    } as const;
    server.expectCut('document-create').expect('documents-of-folder');
    assert.equal((await platform.create(project, item, { idempotencyKey: 'b' })).id, doc);
    server.expect('document-read');
    assert.equal((await platform.create(project, item, { idempotencyKey: 'b' })).id, doc);
    server.done();
  });

  test('takes no document for a lost creation that was there before', async () => {
    const item = {
      kind: 'document',
      title: 'Welcome',
      parentId: folder,
      content: content('document-create'),
    } as const;
    await revision();
    server.expectCut('document-create').expect('documents-of-folder');
    await assert.rejects(platform.create(project, item, { idempotencyKey: 'b' }), NetworkError);
    server.expect('documents-of-folder', 'document-create');
    await platform.create(project, item, { idempotencyKey: 'b' });
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
    server = await ReplayServer.start(new Map([...pairs, ...renewed]), replayWorld);
    platform = testPlatform('ondoki', server.url, {
      token: String(replayWorld['adminToken']),
      refreshToken: String(replayWorld['adminRefreshToken']),
    });
    server
      .expectWith('me', pairs.get('me-wrong-token')!.response)
      .expect('refresh', 'me again', 'projects again');
    assert.equal((await platform.connect()).name, 'Ann Bee');
    server.expectWith('me again', pairs.get('me-wrong-token')!.response).expect('refresh');
    server.expectWith('me again', pairs.get('me-wrong-token')!.response);
    await assert.rejects(platform.connect(), PlatformAuthError);
    server.done();
  });

  test('a refresh that is refused is an error of sign-in', async () => {
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
