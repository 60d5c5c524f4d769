import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CredentialMissingError } from '../../server/src/errors/usageErrors.js';
import { cloneOrigins } from '../../server/src/node/cloneOrigins.js';
import { SharedDisk } from '../support/SharedDisk.js';
import { environmentCredentials, environmentSecrets } from '../../server/src/node/environmentCredentials.js';
import type { Environment } from '../../server/src/node/environmentStateRoot.js';
import { NodeFileSystem } from '../../server/src/node/NodeFileSystem.js';
import { gitConfigRemotes } from '../../server/src/node/gitConfigRemotes.js';

function credentials(environment: Environment, clone: readonly string[] = []) {
  return environmentCredentials(environment, () => Promise.resolve(clone));
}

async function refusalOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof CredentialMissingError);
    return error.message;
  }
  assert.fail('the credential was given');
}

suite('environmentCredentials', () => {
  test('nothing set: no credential', async () => {
    const none = credentials({ DOCBRIDGE_GIT_TOKEN: '', DOCBRIDGE_PLATFORM_USER: 'ann' });
    assert.equal(await none.git('a', 'https://github.com'), undefined);
    assert.match(
      await refusalOf(none.platform('a', 'https://api.gitbook.com')),
      /Set DOCBRIDGE_PLATFORM_TOKEN \(or _USER and _PASSWORD\)\.$/u,
    );
    assert.match(
      await refusalOf(none.platform('a', 'http://127.0.0.1:8080')),
      /Set DOCBRIDGE_PLATFORM_TOKEN .* and DOCBRIDGE_PLATFORM_ORIGIN=http:\/\/127\.0\.0\.1:8080\.$/u,
    );
  });

  test('the variable of a binding goes before the general one', async () => {
    const some = credentials({
      DOCBRIDGE_GIT_TOKEN: 'general',
      DOCBRIDGE_GIT_TOKEN__MY_HAND_BOOK: 'own',
      DOCBRIDGE_GIT_USER: 'ann',
    });
    assert.deepEqual(await some.git('my-hand.book', 'https://github.com'), { token: 'own', user: 'ann' });
    assert.deepEqual(await some.git('other', 'https://github.com'), { token: 'general', user: 'ann' });
  });

  test('a platform gets all that is set', async () => {
    const some = credentials({
      DOCBRIDGE_PLATFORM_ORIGIN: 'http://127.0.0.1:8080/any/path',
      DOCBRIDGE_PLATFORM_TOKEN: 't',
      DOCBRIDGE_PLATFORM_USER: 'u',
      DOCBRIDGE_PLATFORM_PASSWORD: 'p',
      DOCBRIDGE_PLATFORM_REFRESH_TOKEN__A: 'r',
    });
    const all = { token: 't', user: 'u', password: 'p', refreshToken: 'r' };
    assert.deepEqual(await some.platform('a', 'http://127.0.0.1:8080'), all);
  });

  test('a Git token goes to known forges and the own clone, and nowhere else', async () => {
    const some = credentials({ DOCBRIDGE_GIT_TOKEN: 's3cret' }, ['https://git.example.com']);
    for (const origin of [
      'https://github.com',
      'https://gitlab.com',
      'https://bitbucket.org',
      'https://dev.azure.com',
      'https://git-codecommit.eu-west-1.amazonaws.com',
      'https://git.example.com',
    ]) {
      assert.deepEqual(await some.git('a', origin), { token: 's3cret' });
    }
    for (const origin of [
      'http://github.com',
      'https://github.com:8443',
      'https://github.com.evil.example',
      'https://evil-github.com',
      'http://git.example.com',
      'https://git.example.com:444',
      'http://127.0.0.1:3000',
      'https://git-codecommit.evil.amazonaws.com.example',
    ]) {
      const message = await refusalOf(some.git('a', origin));
      assert.ok(message.includes(`set DOCBRIDGE_GIT_ORIGIN=${origin} to send it there`), message);
      assert.ok(!message.includes('s3cret'));
    }
  });

  test('a named origin is the only one', async () => {
    const some = credentials(
      {
        DOCBRIDGE_GIT_TOKEN: 's3cret',
        DOCBRIDGE_GIT_ORIGIN: 'https://forge.example.com',
        DOCBRIDGE_PLATFORM_TOKEN: 's3cret',
        DOCBRIDGE_PLATFORM_ORIGIN: 'https://docs.example.com/',
        DOCBRIDGE_PLATFORM_ORIGIN__B: 'https://other.example.com',
      },
      ['https://git.example.com'],
    );
    assert.deepEqual(await some.git('a', 'https://forge.example.com'), { token: 's3cret' });
    await refusalOf(some.git('a', 'https://github.com'));
    await refusalOf(some.git('a', 'https://git.example.com'));
    assert.deepEqual(await some.platform('a', 'https://docs.example.com'), { token: 's3cret' });
    await refusalOf(some.platform('b', 'https://docs.example.com'));
    assert.deepEqual(await some.platform('b', 'https://other.example.com'), { token: 's3cret' });
  });

  test('a platform token without a named origin goes to known services alone', async () => {
    const some = credentials({ DOCBRIDGE_PLATFORM_TOKEN: 't' }, ['https://docs.example.com']);
    assert.deepEqual(await some.platform('a', 'https://api.gitbook.com'), { token: 't' });
    const message = await refusalOf(some.platform('a', 'https://docs.example.com'));
    assert.match(message, /set DOCBRIDGE_PLATFORM_ORIGIN=https:\/\/docs\.example\.com/u);
  });

  test('an origin that is no URL matches nothing', async () => {
    const some = credentials({ DOCBRIDGE_GIT_TOKEN: 't', DOCBRIDGE_GIT_ORIGIN: 'github.com' });
    await refusalOf(some.git('a', 'https://github.com'));
  });

  test('knows what must never be shown', () => {
    assert.deepEqual(
      environmentSecrets({
        DOCBRIDGE_GIT_TOKEN__A: 'one',
        DOCBRIDGE_PLATFORM_PASSWORD: 'two',
        DOCBRIDGE_PLATFORM_REFRESH_TOKEN: 'three',
        DOCBRIDGE_ADMIN_TOKEN: 'four',
        DOCBRIDGE_GIT_USER: 'ann',
        DOCBRIDGE_GIT_TOKEN: '',
        PATH: 'x',
      }),
      ['one', 'two', 'three', 'four'],
    );
  });
});

suite('gitConfigRemotes', () => {
  test('reads what git writes and what people write', () => {
    const text = [
      '# a comment',
      '[core]',
      '\turl = https://not-a-remote.example',
      '[remote "origin"]',
      '\turl = https://ann:secret@git.example.com/a.git ; mine',
      '\tfetch = +refs/heads/*:refs/remotes/origin/*',
      '[Remote "two"] URL = "https://two.example/x#y"',
      '\tpushUrl = https://push\\',
      '.example/x',
      '[remote]',
      '\turl = https://no-name.example',
      '[branch "main"]',
      '\tremote = origin',
    ].join('\r\n');
    assert.deepEqual(gitConfigRemotes(text), [
      'https://ann:secret@git.example.com/a.git',
      'https://two.example/x#y',
      'https://push.example/x',
    ]);
  });
});

suite('cloneOrigins', () => {
  const fileSystem = new NodeFileSystem();
  let folder: string;

  setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docbridge-clone-'));
  });
  teardown(() => rm(folder, { recursive: true }));

  test('finds the clone around a folder', async () => {
    await mkdir(join(folder, '.git'));
    await mkdir(join(folder, 'docs/en'), { recursive: true });
    const config =
      '[remote "a"]\nurl = https://u:p@git.example.com:8443/a.git\n[remote "b"]\nurl = git@x:y.git\n';
    await writeFile(join(folder, '.git/config'), config);
    assert.deepEqual(await cloneOrigins(fileSystem, join(folder, 'docs/en')), [
      'https://git.example.com:8443',
    ]);
  });

  test('follows a linked work tree', async () => {
    await mkdir(join(folder, 'main/.git/worktrees/w'), { recursive: true });
    await writeFile(join(folder, 'main/.git/config'), '[remote "a"]\nurl = https://git.example.com/a\n');
    await writeFile(join(folder, 'main/.git/worktrees/w/commondir'), '../..\n');
    await mkdir(join(folder, 'w'));
    await writeFile(join(folder, 'w/.git'), `gitdir: ${join(folder, 'main/.git/worktrees/w')}\n`);
    assert.deepEqual(await cloneOrigins(fileSystem, join(folder, 'w')), ['https://git.example.com']);
  });

  test('outside of a clone there are none', async () => {
    await writeFile(join(folder, '.git'), 'not a link');
    assert.deepEqual(await cloneOrigins(fileSystem, folder), []);
    assert.deepEqual(await cloneOrigins(new SharedDisk(folder), join(folder, 'mine')), []);
  });
});
