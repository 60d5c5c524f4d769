import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBareRepository } from '../../../server/src/cli/service/createBareRepository.js';
import { dataFolder } from '../../../server/src/cli/service/dataFolder.js';
import { firstToken } from '../../../server/src/cli/service/firstToken.js';
import { openStore } from '../../../server/src/cli/service/openStore.js';
import { runGit } from '../../../server/src/cli/service/runGit.js';
import { startService } from '../../../server/src/cli/service/startService.js';
import type { RunningPlatform } from '../../../server/src/platforms/embedded/startEmbeddedPlatform.js';
import { CommandFailedError } from '../../../server/src/errors/usageErrors.js';
import { nullLogger } from '../../../server/src/ports/Logger.js';

suite('startService', () => {
  let root: string;
  let service: RunningPlatform;
  let token: string;

  setup(async () => {
    root = await mkdtemp(join(tmpdir(), 'docbridge-service-'));
    const folder = dataFolder(root);
    const store = await openStore(folder.platform);
    token = await firstToken(store, folder);
    assert.equal(await firstToken(store, folder), token);
    service = await startService({ store, folder, host: '127.0.0.1', port: 0, logger: nullLogger });
    await createBareRepository(folder, { namespace: 'acme', slug: 'docs' });
  });
  teardown(async () => {
    await service.stop();
    await rm(root, { recursive: true });
  });

  function statusOf(path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const sent = request(`${service.url}${path}`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject).end();
    });
  }

  test('serves repositories to the real git, for those who have a token', async () => {
    const url = `${service.url}/acme/docs.git`;
    const clone = join(root, 'clone');
    await runGit(['clone', '--quiet', '--', url, clone], { directory: root, token });
    await writeFile(join(clone, 'a.md'), 'one\n');
    const inClone = { directory: clone, token };
    await runGit(['add', '--all'], inClone);
    await runGit(['commit', '--quiet', '--message', 'Add'], inClone);
    await runGit(['push', '--quiet', 'origin', 'HEAD:main'], inClone);
    const listed = await runGit(['ls-remote', '--', url], { directory: root, token });
    assert.match(listed, /refs\/heads\/main/u);
    for (const wrong of [undefined, 'wrong']) {
      const options = wrong === undefined ? { directory: root } : { directory: root, token: wrong };
      await assert.rejects(runGit(['ls-remote', '--', url], options), CommandFailedError);
    }
  });

  test('serves the platform to those who have a token', async () => {
    assert.equal(await statusOf('/api/embedded/subjects', { authorization: `Bearer ${token}` }), 200);
    assert.equal(await statusOf('/api/embedded/subjects', { authorization: 'Bearer wrong' }), 401);
    assert.equal(await statusOf('/api/embedded/subjects', {}), 401);
  });

  test('keeps web pages away from both', async () => {
    const authorization = `Bearer ${token}`;
    const git = '/acme/docs.git/info/refs?service=git-upload-pack';
    assert.equal(await statusOf(git, { authorization }), 200);
    for (const path of [git, '/api/embedded/subjects']) {
      assert.equal(await statusOf(path, { authorization, host: 'evil.example' }), 421);
      const fromPage = await statusOf(path, { authorization, origin: 'http://evil.example' });
      assert.ok(fromPage === 421 || fromPage === 403);
    }
  });

  test('keeps the token to its owner', async () => {
    if (process.platform !== 'win32') assert.equal((await stat(join(root, 'token'))).mode & 0o777, 0o600);
  });
});
