import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestHandle } from '../../client/src/testHandle.js';
import { fakeDialogs } from './FakeDialogs.js';
import { GitAccess } from '../support/vscode/GitAccess.js';
import { PlatformAccess } from '../support/vscode/PlatformAccess.js';
import { eventually, services, signIn, start } from './world.js';

suite('export, import, sync', () => {
  const project = services.subjects.handbook;
  const git = new GitAccess(services, 'handbook');
  const platform = new PlatformAccess(services);
  let handle: TestHandle;

  suiteSetup(async () => {
    handle = await start();
    await signIn(handle);
  });

  const run = async (command: string, binding = 'handbook'): Promise<ReturnType<typeof fakeDialogs>> => {
    const dialogs = fakeDialogs(handle).answer(/^Write to/, true);
    await vscode.commands.executeCommand(command, { binding });
    assert.deepEqual(dialogs.texts('error'), []);
    return dialogs;
  };
  const state = (): string | undefined => handle.statuses.of('handbook')?.state;

  test('the first write to a place is asked for; declined, nothing happens', async () => {
    const head = await git.head();
    const dialogs = fakeDialogs(handle).answer(/^Write to/, false);
    await vscode.commands.executeCommand('docbridge.exportToGit', { binding: 'handbook' });
    assert.equal(dialogs.texts('confirm').length, 1);
    assert.ok(dialogs.texts('confirm')[0]?.includes(services.repositories.handbook));
    assert.equal(await git.head(), head);
  });

  test('export makes one commit with documents as Markdown and apps as JSON', async () => {
    await git.pull();
    const before = Number(await git.git('rev-list', '--count', 'HEAD'));
    const dialogs = await run('docbridge.exportToGit');
    assert.deepEqual(dialogs.texts('information'), [], 'success is silent');
    const files = await git.files();
    assert.equal(Number(await git.git('rev-list', '--count', 'HEAD')), before + 1);
    assert.ok(files.filter((file) => file.startsWith('docs/') && file.endsWith('.md')).length >= 30);
    assert.ok(files.some((file) => file.endsWith('.meta/meta.json')));
    assert.equal(await eventually('in sync', () => state() === 'in-sync'), true);
    assert.equal(
      handle.statusBar.shown?.kind,
      handle.statuses.of('scratch')?.state === 'in-sync' ? 'in-sync' : handle.statusBar.shown?.kind,
    );
  });

  test('a second export writes nothing', async () => {
    const head = await git.head();
    await run('docbridge.exportToGit');
    assert.equal(await git.head(), head);
  });

  test('an edit in Git is imported', async () => {
    const id = await platform.create(project, 'Opening hours', 'Monday to Friday.');
    assert.ok(id);
    await run('docbridge.exportToGit');
    const file = (await git.files()).find((each) => /opening hours\.md$/i.test(each));
    assert.ok(file);
    await git.change(file, (text) => text.replace('Monday to Friday.', 'Monday to Saturday.'));
    await run('docbridge.importFromGit');
    assert.equal(await platform.text(project, 'Opening hours'), 'Monday to Saturday.');
  });

  test('sync takes changes of both sides', async () => {
    await platform.create(project, 'Parking', 'Behind the roastery.');
    await git.change('docs/from-git.md', () => '# From Git\n\nWritten in a clone.\n');
    await run('docbridge.sync');
    const files = await git.files();
    assert.ok(files.some((file) => /parking\.md$/i.test(file)));
    assert.match(await platform.text(project, 'From Git'), /Written in a clone/);
    await eventually('in sync', () => state() === 'in-sync');
  });

  test('progress shows in the status bar while a run is under way', async () => {
    const texts: string[] = [];
    const listener = handle.runs.onDidChange(() => {
      const shown = handle.statusBar.shown;
      if (shown?.kind === 'running') texts.push(shown.text);
    });
    await run('docbridge.exportToGit');
    listener.dispose();
    assert.ok(texts.length > 0);
    assert.ok(texts.every((text) => text.startsWith('$(sync~spin) Exporting handbook')));
  });

  test('a run can be cancelled; nothing is written', async () => {
    await platform.create(project, 'Cancelled', 'Not yet in Git.');
    const head = await git.head();
    const running = run('docbridge.exportToGit');
    await eventually('the run began', () => handle.runs.isRunning('handbook'));
    await vscode.commands.executeCommand('docbridge.cancelRun');
    const dialogs = await running;
    assert.deepEqual(dialogs.shown, [], 'a cancelled run is no error');
    assert.equal(await git.head(), head);
    await run('docbridge.exportToGit');
    assert.notEqual(await git.head(), head);
  });

  test('pending changes are counted in status bar and badge', async () => {
    await platform.create(project, 'Waiting', 'For the next export.');
    fakeDialogs(handle);
    await vscode.commands.executeCommand('docbridge.refresh');
    await eventually('one change waits', () => handle.statuses.of('handbook')?.to_git === 1);
    assert.match(handle.statusBar.shown?.text ?? '', /\d+↑/);
    assert.ok((handle.view.view.badge?.value ?? 0) >= 1);
    await run('docbridge.exportToGit');
    await eventually('nothing waits', () => handle.statuses.of('handbook')?.to_git === 0);
  });
});
