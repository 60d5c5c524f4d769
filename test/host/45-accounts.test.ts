import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CredentialPrompt } from '../../client/src/credentials/CredentialPrompt.js';
import { CredentialSource, type GitHubSession } from '../../client/src/credentials/CredentialSource.js';
import { githubCredential, githubOrigin } from '../../client/src/credentials/GitHubSession.js';
import type { TestHandle } from '../../client/src/testHandle.js';
import { fakeDialogs } from './FakeDialogs.js';
import { eventually, services, signIn, start } from './world.js';

suite('accounts and folders', () => {
  let handle: TestHandle;

  suiteSetup(async () => {
    handle = await start();
  });
  teardown(async () => {
    await signIn(handle);
    fakeDialogs(handle);
    await vscode.commands.executeCommand('docbridge.refresh');
  });

  test('Sign Out forgets the credentials, and nothing works without them', async () => {
    await signIn(handle);
    fakeDialogs(handle).answer(/^Sign Out/, 'All of them');
    await vscode.commands.executeCommand('docbridge.signOut');
    assert.equal(await handle.vault.get('platform', services.platform.url), undefined);
    assert.equal(await handle.vault.get('git', services.git.origin), undefined);
    assert.deepEqual(handle.vault.origins, []);
    await eventually('not connected', () => handle.statuses.of('handbook')?.state === 'not-connected');
  });

  test('Sign In asks for the place that failed, naming it, and then everything works', async () => {
    await handle.vault.forget(services.platform.url);
    handle.server.notify('forgetCredential', {});
    await handle.statuses.refresh();
    const dialogs = fakeDialogs(handle).answer(
      new RegExp(`Access token for ${services.platform.url}`),
      services.platform.token,
    );
    await vscode.commands.executeCommand('docbridge.signIn', { binding: 'handbook' });
    assert.deepEqual(dialogs.texts('error'), []);
    await eventually('connected', () => {
      const state = handle.statuses.of('handbook')?.state;
      return state !== undefined && state !== 'not-connected' && state !== 'error';
    });
  });

  const github = (session: GitHubSession): CredentialSource =>
    new CredentialSource({
      vault: handle.vault,
      prompt: new CredentialPrompt(handle.dialogs),
      github: session,
      mayAnswer: () => true,
    });
  const question = (binding: string): Parameters<CredentialSource['answer']>[0] => ({
    kind: 'git',
    binding,
    origin: githubOrigin,
    refused: false,
  });

  test('bindings that need the GitHub session at once share one question and its answer', async () => {
    const credential = { token: 'of the session', user: 'x-access-token' };
    let asked = 0;
    const source = github(async (ask) => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (!ask) return undefined;
      asked++;
      return credential;
    });
    const answers = await source.duringAct(() =>
      Promise.all(['one', 'two'].map((binding) => source.answer(question(binding)))),
    );
    assert.deepEqual(answers, [{ git: credential }, { git: credential }]);
    assert.equal(asked, 1);
  });

  test('whoever declines the GitHub session may paste a token', async () => {
    fakeDialogs(handle).answer(/Access token for https:\/\/github\.com/, 'pasted');
    // The editor refuses every dialog in tests, as a person who declines.
    const source = github(githubCredential);
    try {
      const answer = await source.duringAct(() => source.answer(question('one')));
      assert.deepEqual(answer, { git: { token: 'pasted' } });
    } finally {
      await handle.vault.forget(githubOrigin);
    }
  });

  test('Open as Workspace adds a folder beside the others', async () => {
    fakeDialogs(handle);
    const changed = new Promise((done) => vscode.workspace.onDidChangeWorkspaceFolders(done));
    await vscode.commands.executeCommand('docbridge.openAsWorkspace', { binding: 'handbook' });
    await changed;
    const folder = await eventually('the folder', () =>
      vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === 'docbridge:/handbook'),
    );
    assert.equal(folder.name, 'handbook (platform)');
    vscode.workspace.updateWorkspaceFolders(folder.index, 1);
    await eventually('it is gone', () => vscode.workspace.workspaceFolders?.length === 2);
  });

  test('the menu of the status bar has what makes sense', async () => {
    const dialogs = fakeDialogs(handle);
    await vscode.commands.executeCommand('docbridge.showMenu');
    const choices = dialogs.shown[0]?.choices.map((label) => label.replace(/^\$\([\w-]+\) /, ''));
    for (const label of ['Sync', 'Export to Git', 'Import from Git', 'Refresh', 'Show Log', 'Connect…']) {
      assert.ok(choices?.includes(label), label);
    }
    assert.equal(choices?.includes('Cancel'), false);
  });
});
