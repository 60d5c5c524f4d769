import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestHandle } from '../../client/src/testHandle.js';
import type { ConflictNode } from '../../client/src/views/contentNodes.js';
import { GitAccess } from '../support/vscode/GitAccess.js';
import { PlatformAccess } from '../support/vscode/PlatformAccess.js';
import { fakeDialogs } from './FakeDialogs.js';
import { click, closeEditors, eventually, services, signIn, start } from './world.js';

suite('conflicts', () => {
  const platform = new PlatformAccess(services);
  const git = new GitAccess(services, 'handbook');
  const project = services.subjects.handbook;
  let handle: TestHandle;

  suiteSetup(async () => {
    handle = await start();
    await signIn(handle);
  });
  teardown(closeEditors);

  const sync = async (): Promise<ReturnType<typeof fakeDialogs>> => {
    const dialogs = fakeDialogs(handle).answer(/^Write to/, true);
    await vscode.commands.executeCommand('docbridge.sync', { binding: 'handbook' });
    return dialogs;
  };

  /** Both sides change the same paragraph of a new document. */
  const makeConflict = async (title: string): Promise<string> => {
    await platform.create(project, title, 'As it was.');
    await sync();
    const file = (await git.files()).find((each) => each.endsWith(`/${title}.md`));
    assert.ok(file);
    await git.change(file, (text) => text.replace('As it was.', 'As Git has it.'));
    await platform.rewrite(project, title, 'As the platform has it.');
    return file;
  };
  const nodes = async (): Promise<readonly ConflictNode[]> => {
    const [group] = await handle.tree.getChildren();
    return group?.kind === 'conflicts' ? group.conflicts : [];
  };
  const nodeOf = (title: string): Promise<ConflictNode> =>
    eventually('the conflict in the tree', async () =>
      (await nodes()).find(({ conflict }) => conflict.item.title === title),
    );

  test('overwrite nothing and are said once', async () => {
    const file = await makeConflict('Disputed');
    const dialogs = await sync();
    assert.deepEqual(dialogs.texts('error'), []);
    assert.match(dialogs.texts('warning').join(), /changed on both sides/);
    assert.match(await git.read(file), /As Git has it\./);
    assert.equal(await platform.text(project, 'Disputed'), 'As the platform has it.');
    await eventually('the status', () => handle.statuses.of('handbook')?.state === 'conflict');
    assert.equal(handle.statusBar.shown?.kind, 'conflict');
    assert.equal(handle.statusBar.shown.warning, true);
  });

  test('stand on top of the tree and open both sides', async () => {
    const node = await nodeOf('Disputed');
    await click(handle.tree.getTreeItem(node));
    const input = await eventually('the comparison', () => {
      const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return shown instanceof vscode.TabInputTextDiff ? shown : undefined;
    });
    const text = async (uri: vscode.Uri): Promise<string> =>
      (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(await text(input.original), /As Git has it\./);
    assert.match(await text(input.modified), /As the platform has it\./);
  });

  test('"Keep platform" brings Git the platform’s version', async () => {
    const node = await nodeOf('Disputed');
    const dialogs = fakeDialogs(handle)
      .answer(/^Write to/, true)
      .answer(/^Resolve "Disputed"/, 'Keep platform');
    await vscode.commands.executeCommand('docbridge.resolveConflict', node);
    assert.deepEqual(
      [...dialogs.texts('error'), ...dialogs.unused.filter((each) => each.includes('Resolve'))],
      [],
    );
    const file = (await git.files()).find((each) => each.endsWith('/Disputed.md'));
    assert.match(await git.read(file ?? ''), /As the platform has it\./);
    await eventually('no conflict', async () => (await nodes()).length === 0);
  });

  test('"Keep Git" brings the platform Git’s version', async () => {
    await makeConflict('Fought over');
    await sync();
    await vscode.commands.executeCommand('docbridge.keepGit', await nodeOf('Fought over'));
    assert.equal(await platform.text(project, 'Fought over'), 'As Git has it.');
    await eventually('no conflict', () => handle.statuses.of('handbook')?.conflicts === 0);
  });

  test('"Keep both" keeps both', async () => {
    await makeConflict('Shared');
    await sync();
    await vscode.commands.executeCommand('docbridge.keepBoth', await nodeOf('Shared'));
    const texts = (await platform.documents(project)).map(({ content }) => JSON.stringify(content));
    assert.ok(texts.some((text) => text.includes('As Git has it.')));
    assert.ok(texts.some((text) => text.includes('As the platform has it.')));
    await eventually('no conflict', () => handle.statuses.of('handbook')?.conflicts === 0);
  });

  test('without one, the command says so', async () => {
    const dialogs = fakeDialogs(handle);
    await vscode.commands.executeCommand('docbridge.resolveConflict');
    assert.match(dialogs.texts('information').join(), /no conflicts/);
  });
});
