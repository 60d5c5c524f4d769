import assert from 'node:assert/strict';
import { CancelledError, NetworkError } from '../../../server/src/errors/networkErrors.js';
import {
  ItemLockedError,
  PlatformFailureError,
  PlatformRejectedError,
  StaleRevisionError,
} from '../../../server/src/errors/platformErrors.js';
import type { Platform } from '../../../server/src/platforms/Platform.js';
import type { ReplayServer } from '../wire/ReplayServer.js';
import { body, content, doc, folder, pairs, startReplay } from './ondokiReplay.js';

suite('OndokiPlatform changes what is there', () => {
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
});
