import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { back } from '../../client/src/ui/Dialogs.js';
import type { TestHandle } from '../../client/src/testHandle.js';
import { fakeDialogs, type FakeDialogs } from './FakeDialogs.js';
import { readText, services, start, writeText } from './world.js';

suite('connect', () => {
  const configuration = vscode.Uri.file(`${services.checkout}/docbridge.json`);
  let handle: TestHandle;
  let before: string;

  suiteSetup(async () => {
    handle = await start();
    before = await readText(configuration);
  });

  teardown(async () => {
    await writeText(configuration, before);
    await handle.bindings.reload();
    await handle.vault.forget(services.platform.url);
    await handle.vault.forget(services.git.origin);
  });

  const connect = async (dialogs: FakeDialogs): Promise<void> => {
    await vscode.commands.executeCommand('docbridge.connect');
    assert.deepEqual(dialogs.unused, [], 'every answer was asked for');
  };

  const platform = (dialogs: FakeDialogs): FakeDialogs =>
    dialogs
      .answer(/Where are the documents/, 'Embedded platform')
      .answer(/Address of the platform/, services.platform.url)
      .answer(/Access token for/, services.platform.token);

  const repository = (dialogs: FakeDialogs): FakeDialogs =>
    dialogs
      .answer(/Address of the Git repository/, services.repositories.empty)
      .answer(new RegExp(`Access token for ${services.git.origin}`), services.git.token)
      .answer(/repository is empty/, 'main')
      .answer(/Folder of the repository/, '/pages/')
      .answer(/In which direction/, 'Export');

  test('asks step by step, tries both addresses and adds the binding', async () => {
    const dialogs = fakeDialogs(handle);
    await connect(repository(platform(dialogs).answer(/Which project/, 'Empty')));
    const added = handle.bindings.find('empty');
    assert.equal(added?.platform.subject, services.subjects.empty);
    assert.equal(added.repository.url, services.repositories.empty);
    assert.equal(added.directory, 'pages');
    assert.equal(added.direction, 'export');
    const after = await readText(configuration);
    assert.ok(
      after.startsWith(before.slice(0, before.lastIndexOf('}\n  ]'))),
      'what was there keeps its bytes',
    );
    assert.equal(after.includes(services.platform.token) || after.includes(services.git.token), false);
    assert.deepEqual(dialogs.texts('error'), []);
  });

  test('keeps the credentials in the secret storage, by origin', async () => {
    await connect(repository(platform(fakeDialogs(handle)).answer(/Which project/, 'Empty')));
    const { vault } = handle;
    assert.deepEqual(await vault.get('platform', services.platform.url), { token: services.platform.token });
    assert.deepEqual(await vault.get('git', services.git.origin), { token: services.git.token });
    assert.equal(await vault.get('git', services.platform.url), undefined);
  });

  test('asks again when the platform refuses the token', async () => {
    const dialogs = fakeDialogs(handle)
      .answer(/Where are the documents/, 'Embedded platform')
      .answer(/Address of the platform/, services.platform.url)
      .answer(/Access token for/, 'not-a-token')
      .answer(/refused the token/, services.platform.token)
      .answer(/Which project/, back)
      .answer(/Address of the platform/, undefined);
    await connect(dialogs);
    assert.equal(await readText(configuration), before, 'leaving writes nothing');
  });

  test('says so when the platform does not answer, and goes back to its address', async () => {
    const dialogs = fakeDialogs(handle)
      .answer(/Where are the documents/, 'Embedded platform')
      .answer(/Address of the platform/, 'http://127.0.0.1:9')
      .answer(/Access token for/, 'any')
      .answer(/Address of the platform/, undefined);
    await connect(dialogs);
    assert.match(dialogs.texts('error').join('\n'), /127\.0\.0\.1:9 did not answer/);
  });
});
