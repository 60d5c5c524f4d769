import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from '../../../server/src/cli/service/runGit.js';
import { CancelledError } from '../../../server/src/errors/networkErrors.js';
import { CommandFailedError } from '../../../server/src/errors/usageErrors.js';

suite('runGit', () => {
  let directory: string;
  const path = process.env['PATH'];

  setup(async () => {
    directory = await mkdtemp(join(tmpdir(), 'docbridge-git-'));
  });
  teardown(async () => {
    process.env['PATH'] = path;
    await rm(directory, { recursive: true });
  });

  test('answers what git prints, and rejects with what it complains about', async () => {
    assert.match(await runGit(['--version'], { directory }), /^git version/u);
    await assert.rejects(runGit(['log'], { directory }), (error: Error) => {
      assert.ok(error instanceof CommandFailedError);
      assert.match(error.message, /^git log failed: fatal: not a git repository/u);
      return true;
    });
  });

  test('is cancelled by its signal, and by a Ctrl-C that reached git first', async () => {
    const signal = AbortSignal.abort(new CancelledError());
    await assert.rejects(runGit(['--version'], { directory, signal }), CancelledError);
    const interrupted = ['-c', 'alias.interrupted=!kill -INT $PPID', 'interrupted'];
    await assert.rejects(runGit(interrupted, { directory }), CancelledError);
  });

  test('says what to do where there is no git', async () => {
    process.env['PATH'] = directory;
    await assert.rejects(runGit(['--version'], { directory }), /git was not found; install it/u);
  });
});
