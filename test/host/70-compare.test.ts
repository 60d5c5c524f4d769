import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { TestHandle } from '../../client/src/testHandle.js';
import { GitAccess } from '../support/vscode/GitAccess.js';
import { PlatformAccess } from '../support/vscode/PlatformAccess.js';
import { fakeDialogs } from './FakeDialogs.js';
import { closeEditors, eventually, services, signIn, start, virtual } from './world.js';

suite('compare', () => {
  const platform = new PlatformAccess(services);
  const git = new GitAccess(services, 'handbook');
  let handle: TestHandle;

  suiteSetup(async () => {
    handle = await start();
    await signIn(handle);
    fakeDialogs(handle).answer(/^Write to/, true);
    await platform.create(services.subjects.handbook, 'Compared', 'As both sides have it.');
    await vscode.commands.executeCommand('docbridge.exportToGit', { binding: 'handbook' });
    await git.pull();
    execFileSync('git', ['-C', services.checkout, 'pull', '--quiet', git.folder, 'main']);
    await platform.rewrite(services.subjects.handbook, 'Compared', 'Newer on the platform.');
    await vscode.commands.executeCommand('docbridge.refresh');
  });
  teardown(closeEditors);

  const shown = (): Promise<vscode.TabInputTextDiff> =>
    eventually('a comparison', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputTextDiff ? input : undefined;
    });
  const text = async (uri: vscode.Uri): Promise<string> =>
    (await vscode.workspace.openTextDocument(uri)).getText();

  test('a file of the checkout with the platform', async () => {
    const file = (await git.files()).find((each) => /compared\.md$/i.test(each));
    assert.ok(file);
    const uri = vscode.Uri.file(`${services.checkout}/${file}`);
    await eventually('the checkout is known', () => handle.decorations.itemOf(uri));
    await vscode.commands.executeCommand('docbridge.compareWithPlatform', uri);
    const { original, modified } = await shown();
    assert.equal(modified.toString(), uri.toString());
    assert.match(await text(original), /Newer on the platform\./);
    assert.match(await text(modified), /As both sides have it\./);
  });

  test('a file of the checkout is marked as changed on the platform', () => {
    const entry = handle.catalog.peek('handbook')?.entries.find(({ title }) => title === 'Compared');
    assert.equal(entry?.state, 'platform-changed');
    const uri = vscode.Uri.file(`${services.checkout}/docs/${entry.path}`);
    assert.equal(handle.decorations.provideFileDecoration(uri)?.badge, '↑');
  });

  test('an item of the tree: Git with the platform', async () => {
    const entry = handle.catalog.peek('handbook')?.entries.find(({ title }) => title === 'Compared');
    assert.ok(entry);
    await vscode.commands.executeCommand('docbridge.compareWithPlatform', virtual(`handbook/${entry.path}`));
    const { original, modified } = await shown();
    assert.equal(original.scheme, 'docbridge-remote');
    assert.match(await text(original), /As both sides have it\./);
    assert.match(await text(modified), /Newer on the platform\./);
  });

  test('a file of no binding says what to do', async () => {
    const dialogs = fakeDialogs(handle);
    await vscode.commands.executeCommand(
      'docbridge.compareWithPlatform',
      vscode.Uri.file('/elsewhere/page.md'),
    );
    assert.match(dialogs.texts('information').join(), /Open a file of a binding/);
  });

  test('a file of a linked work tree, whose folder is added later', async () => {
    const linked = `${services.folder}/linked`;
    execFileSync('git', ['-C', services.checkout, 'worktree', 'add', '--quiet', '--detach', linked]);
    const folders = vscode.workspace.workspaceFolders ?? [];
    vscode.workspace.updateWorkspaceFolders(folders.length, 0, { uri: vscode.Uri.file(linked) });
    try {
      const uri = vscode.Uri.file(`${linked}/docs/Compared.md`);
      const item = await eventually('the work tree is known', () => handle.decorations.itemOf(uri));
      assert.deepEqual(item, { binding: 'handbook', path: 'Compared.md' });
      const inClone = vscode.Uri.file(`${services.checkout}/docs/Compared.md`);
      assert.deepEqual(handle.decorations.itemOf(inClone), item, 'the clone is known as before');
    } finally {
      vscode.workspace.updateWorkspaceFolders(folders.length, 1);
      execFileSync('git', ['-C', services.checkout, 'worktree', 'remove', linked]);
      await eventually('it is gone', () => vscode.workspace.workspaceFolders?.length === folders.length);
    }
  });

  test('the work tree was not written by us', () => {
    assert.equal(
      execFileSync('git', ['-C', services.checkout, 'status', '--porcelain'], { encoding: 'utf8' }),
      '',
    );
  });
});
