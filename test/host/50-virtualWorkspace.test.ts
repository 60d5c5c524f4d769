import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestHandle } from '../../client/src/testHandle.js';
import { fakeDialogs } from './FakeDialogs.js';
import { PlatformAccess } from '../support/vscode/PlatformAccess.js';
import {
  closeEditors,
  edit,
  eventually,
  readText,
  services,
  signIn,
  start,
  virtual,
  writeText,
} from './world.js';

suite('the virtual workspace', () => {
  const project = services.subjects.scratch;
  const { fs } = vscode.workspace;
  const platform = new PlatformAccess(services);
  let handle: TestHandle;

  suiteSetup(async () => {
    handle = await start();
    await signIn(handle);
    fakeDialogs(handle);
    await vscode.commands.executeCommand('docbridge.refresh');
  });
  teardown(closeEditors);

  const names = async (path: string): Promise<readonly string[]> =>
    (await fs.readDirectory(virtual(path))).map(([name]) => name).sort();
  const refresh = (): Thenable<unknown> => vscode.commands.executeCommand('docbridge.refresh');
  const fails = async (work: Thenable<unknown>, code: string): Promise<void> => {
    await assert.rejects(Promise.resolve(work), (error: unknown) => {
      assert.ok(error instanceof vscode.FileSystemError, String(error));
      assert.equal(error.code, code);
      return true;
    });
  };

  test('lists the bindings and a binding’s items', async () => {
    assert.deepEqual(await names(''), ['handbook', 'scratch']);
    assert.ok((await names('handbook')).length >= 6);
    assert.equal((await fs.stat(virtual('handbook'))).type, vscode.FileType.Directory);
  });

  test('creates a document and reads it as Markdown', async () => {
    await writeText(virtual('scratch/Tea.md'), '# Tea\n\nGreen, **black**.\n');
    assert.match(await platform.text(project, 'Tea'), /Green, black\./);
    assert.ok((await names('scratch')).includes('Tea.md'));
    assert.match(await readText(virtual('scratch/Tea.md')), /Green, \*\*black\*\*\./);
  });

  test('saves an edited document, again and again', async () => {
    for (const word of ['white', 'oolong', 'red']) {
      const document = await edit(virtual('scratch/Tea.md'), (text) =>
        text.replace(/Green, .*/, `Green, ${word}.`),
      );
      assert.ok(await document.save());
      assert.match(await platform.text(project, 'Tea'), new RegExp(`Green, ${word}\\.`));
    }
  });

  test('bytes that are no UTF-8 are refused, not garbled', async () => {
    const before = await platform.text(project, 'Tea');
    await fails(
      fs.writeFile(virtual('scratch/Tea.md'), Uint8Array.of(0x54, 0xe9, 0x65, 0x0a)),
      'NoPermissions',
    );
    assert.equal(await platform.text(project, 'Tea'), before);
  });

  test('a byte order mark is no part of a title', async () => {
    await fs.writeFile(virtual('scratch/Marked.md'), new TextEncoder().encode('\ufeff# Marked\n\nText.\n'));
    await fs.writeFile(virtual('scratch/Marked.md'), new TextEncoder().encode('\ufeff# Marked\n\nWords.\n'));
    assert.match(await platform.text(project, 'Marked'), /Words\./);
    await fs.delete(virtual('scratch/Marked.md'));
  });

  test('a new revision has a later time', async () => {
    const { mtime } = await fs.stat(virtual('scratch/Tea.md'));
    await platform.rewrite(project, 'Tea', 'Another text.');
    await refresh();
    assert.ok((await fs.stat(virtual('scratch/Tea.md'))).mtime > mtime);
  });

  test('a change on the platform appears in an open editor', async () => {
    const document = await vscode.workspace.openTextDocument(virtual('scratch/Tea.md'));
    await vscode.window.showTextDocument(document);
    await platform.rewrite(project, 'Tea', 'Changed by somebody else.');
    await eventually('the new text', () => document.getText().includes('Changed by somebody else.'), 40);
    assert.equal(document.isDirty, false);
  });

  test('a document that was made on the platform appears', async () => {
    const seen: string[] = [];
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(virtual('scratch'), '**'),
    );
    watcher.onDidCreate((uri) => seen.push(uri.path));
    await platform.create(project, 'Coffee', 'Filter.');
    await eventually('an event', () => seen.includes('/scratch/Coffee.md'), 40);
    watcher.dispose();
    assert.ok((await names('scratch')).includes('Coffee.md'));
  });

  test('a stale save overwrites nothing, says so once and keeps the text', async () => {
    const document = await edit(virtual('scratch/Coffee.md'), (text) =>
      text.replace('Filter.', 'Espresso, mine.'),
    );
    await platform.rewrite(project, 'Coffee', 'Moka, theirs.');
    const dialogs = fakeDialogs(handle);
    assert.equal(await document.save(), false);
    assert.equal(await platform.text(project, 'Coffee'), 'Moka, theirs.');
    await eventually('the message', () => dialogs.texts('warning').length > 0);
    assert.equal(dialogs.texts('warning').length, 1);
    assert.match(dialogs.texts('warning')[0] ?? '', /changed on the platform/);
    assert.deepEqual(dialogs.shown[0]?.choices, ['Compare', 'Reload']);
    assert.equal(document.isDirty, true);
    assert.match(document.getText(), /Espresso, mine\./);
  });

  test('reading the file elsewhere does not make a stale save pass', async () => {
    const document = await edit(virtual('scratch/Coffee.md'), (text) =>
      text.replace(/Moka.*/, 'Cold brew, mine.'),
    );
    await platform.rewrite(project, 'Coffee', 'Turkish, theirs.');
    await refresh();
    assert.match(await readText(virtual('scratch/Coffee.md')), /Turkish, theirs\./);
    const dialogs = fakeDialogs(handle);
    assert.equal(await document.save(), false);
    assert.equal(await platform.text(project, 'Coffee'), 'Turkish, theirs.');
    await eventually('the message', () => dialogs.texts('warning').length === 1);
  });

  test('"Reload" after a stale save takes the platform’s text, and then saving works', async () => {
    const document = await edit(virtual('scratch/Coffee.md'), (text) => text.replace(/Turkish.*/, 'Mine.'));
    await platform.rewrite(project, 'Coffee', 'Theirs.');
    fakeDialogs(handle).answer(/changed on the platform/, 'Reload');
    assert.equal(await document.save(), false);
    await eventually('their text', () => document.getText().includes('Theirs.') && !document.isDirty);
    await edit(document.uri, (text) => text.replace('Theirs.', 'Theirs and mine.'));
    assert.ok(await document.save());
    assert.equal(await platform.text(project, 'Coffee'), 'Theirs and mine.');
  });

  test('"Compare" after a stale save shows both texts', async () => {
    const document = await edit(virtual('scratch/Coffee.md'), (text) =>
      text.replace('Theirs and mine.', 'Mine again.'),
    );
    await platform.rewrite(project, 'Coffee', 'Theirs again.');
    fakeDialogs(handle).answer(/changed on the platform/, 'Compare');
    assert.equal(await document.save(), false);
    const input = await eventually('the comparison', () => {
      const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return shown instanceof vscode.TabInputTextDiff ? shown : undefined;
    });
    assert.equal(input.modified.toString(), document.uri.toString());
    const theirs = await vscode.workspace.openTextDocument(input.original);
    assert.match(theirs.getText(), /Theirs again\./);
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('creates folders, renames and moves', async () => {
    await fs.createDirectory(virtual('scratch/Drinks'));
    await fs.rename(virtual('scratch/Tea.md'), virtual('scratch/Drinks/Herbal tea.md'));
    assert.deepEqual(await names('scratch/Drinks'), ['Herbal tea.md']);
    assert.equal((await names('scratch')).includes('Tea.md'), false);
    const moved = (await platform.documents(project)).filter(({ folder_id: folder }) => folder !== null);
    assert.equal(moved.length, 1);
  });

  test('deletes into the platform’s trash', async () => {
    await writeText(virtual('scratch/Gone.md'), '# Gone\n\nSoon.\n');
    await fs.delete(virtual('scratch/Gone.md'), { useTrash: false });
    assert.equal((await names('scratch')).includes('Gone.md'), false);
    await assert.rejects(platform.find(project, 'Gone'));
  });

  test('fails in the editor’s ordinary kinds', async () => {
    await fails(fs.readFile(virtual('scratch/Nowhere.md')), 'FileNotFound');
    await fails(fs.readFile(virtual('nobody/Nowhere.md')), 'FileNotFound');
    await fails(fs.readFile(virtual('scratch/Drinks')), 'FileIsADirectory');
    await fails(fs.readDirectory(virtual('scratch/Coffee.md')), 'FileNotADirectory');
    await fails(fs.rename(virtual('scratch/Coffee.md'), virtual('scratch/Drinks')), 'FileExists');
    await fails(fs.rename(virtual('scratch/Coffee.md'), virtual('handbook/Coffee.md')), 'NoPermissions');
  });
});
