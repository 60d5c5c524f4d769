import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { TestHandle } from '../../client/src/testHandle.js';
import { PlatformAccess } from '../support/vscode/PlatformAccess.js';
import { fakeDialogs } from './FakeDialogs.js';
import { eventually, readText, services, signIn, start, virtual, writeText } from './world.js';

suite('what goes wrong', () => {
  const configuration = vscode.Uri.file(`${services.checkout}/docbridge.json`);
  let handle: TestHandle;
  let before: string;

  suiteSetup(async () => {
    handle = await start();
    before = await readText(configuration);
  });

  setup(async () => signIn(handle));
  teardown(async () => {
    await writeText(configuration, before);
    await handle.bindings.reload();
    await signIn(handle);
  });

  const change = async (from: string, to: string): Promise<void> => {
    await writeText(configuration, before.replace(from, to));
    await handle.bindings.reload();
  };
  const exportHandbook = async (): Promise<ReturnType<typeof fakeDialogs>> => {
    const dialogs = fakeDialogs(handle).answer(/^Write to/, true);
    await vscode.commands.executeCommand('docbridge.exportToGit', { binding: 'handbook' });
    return dialogs;
  };
  const onlyError = (dialogs: ReturnType<typeof fakeDialogs>): string => {
    assert.equal(dialogs.texts('error').length, 1, dialogs.texts('error').join('\n'));
    return dialogs.texts('error')[0] ?? '';
  };
  const action = (dialogs: ReturnType<typeof fakeDialogs>): readonly string[] =>
    dialogs.shown.find(({ kind }) => kind === 'error')?.choices ?? [];

  test('a wrong platform token: asked again, then one message that offers to sign in', async () => {
    await handle.vault.set('platform', services.platform.url, { token: 'wrong' });
    handle.server.notify('forgetCredential', {});
    const dialogs = await exportHandbook();
    assert.match(dialogs.texts('input').join(), /refused the token/);
    assert.match(onlyError(dialogs), /refused the sign-in/);
    assert.deepEqual(action(dialogs), ['Sign In']);
    assert.equal(JSON.stringify(dialogs.shown).includes('wrong"'), false, 'the token is in no message');
  });

  test('a wrong Git token: asked again, and with the right one the run goes on', async () => {
    await handle.vault.set('git', services.git.origin, { token: 'wrong' });
    handle.server.notify('forgetCredential', {});
    const dialogs = fakeDialogs(handle)
      .answer(/^Write to/, true)
      .answer(/refused the token/, services.git.token);
    await vscode.commands.executeCommand('docbridge.exportToGit', { binding: 'handbook' });
    assert.deepEqual(dialogs.texts('error'), []);
    assert.deepEqual(await handle.vault.get('git', services.git.origin), { token: services.git.token });
  });

  test('in the background nobody is asked; the status says "not connected"', async () => {
    await handle.vault.forget(services.platform.url);
    const dialogs = fakeDialogs(handle);
    handle.server.notify('forgetCredential', {});
    await handle.statuses.refresh();
    await eventually('not connected', () => handle.statuses.of('handbook')?.state === 'not-connected');
    assert.deepEqual(dialogs.shown, []);
    assert.equal(
      handle.statusBar.shown?.kind === 'not-connected' || handle.statusBar.shown?.kind === 'conflict',
      true,
    );
  });

  test('resolving asks before the first write to a place, as a run does; declined, nothing is tried', async () => {
    await change('"branch": "main"', '"branch": "never-written"');
    const dialogs = fakeDialogs(handle);
    const conflict = { id: 'none', path: 'Page.md', item: { title: 'Page' } };
    const node = { kind: 'conflict', binding: 'handbook', conflict };
    await vscode.commands.executeCommand('docbridge.keepGit', node);
    assert.deepEqual(
      dialogs.shown.map(({ kind }) => kind),
      ['confirm'],
    );
    assert.match(dialogs.texts('confirm').join(), /^Write to .*never-written/);
  });

  test('a missing repository', async () => {
    await change(services.repositories.handbook, services.repositories.missing);
    const dialogs = await exportHandbook();
    assert.match(onlyError(dialogs), /no repository at .*missing/);
    assert.deepEqual(action(dialogs), ['Open docbridge.json']);
  });

  test('a branch that does not exist', async () => {
    await change('"branch": "main"', '"branch": "nowhere"');
    const dialogs = await exportHandbook();
    assert.match(onlyError(dialogs), /has no branch "nowhere"/);
  });

  test('a platform that does not answer', async () => {
    await change(services.platform.url, 'http://127.0.0.1:9');
    await handle.vault.set('platform', 'http://127.0.0.1:9', { token: 'any' });
    const dialogs = await exportHandbook();
    assert.match(onlyError(dialogs), /127\.0\.0\.1:9 did not answer/);
    assert.deepEqual(action(dialogs), ['Show Log']);
  });

  test('a run that would delete too much stops and asks; confirmed, it goes on', async () => {
    const platform = new PlatformAccess(services);
    const project = services.subjects.scratch;
    for (let i = 0; i < 12; i++) await platform.create(project, `Page ${i}`, `Text ${i}.`);
    const exportScratch = async (dialogs: ReturnType<typeof fakeDialogs>): Promise<void> => {
      await vscode.commands.executeCommand('docbridge.exportToGit', { binding: 'scratch' });
      await eventually('the run ended', () => !handle.runs.isRunning('scratch'));
      assert.ok(dialogs);
    };
    await exportScratch(fakeDialogs(handle).answer(/^Write to/, true));
    const { entries } = await handle.catalog.load('scratch', { refresh: true });
    for (const { path } of entries.filter((each) => /^Page \d+$/.test(each.title))) {
      await vscode.workspace.fs.delete(virtual(`scratch/${path}`));
    }
    const stopped = fakeDialogs(handle);
    await exportScratch(stopped);
    assert.match(onlyError(stopped), /would delete 12 of/);
    assert.deepEqual(action(stopped), ['Delete Them']);
    const confirmed = fakeDialogs(handle).answer(/would delete/, 'Delete Them');
    await exportScratch(confirmed);
    await eventually('it went on', () => handle.statuses.of('scratch')?.to_git === 0);
  });

  test('a server that died is started again and knows everything', async () => {
    const own = execFileSync('ps', ['-o', 'pid=,ppid=,args=', '-e'], { encoding: 'utf8' })
      .split('\n')
      .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
      .filter((match) => Number(match?.[2]) === process.pid && match?.[3]?.includes('server.cjs'));
    assert.equal(own.length, 1);
    process.kill(Number(own[0]?.[1]), 'SIGKILL');
    fakeDialogs(handle);
    await eventually(
      'it answers',
      async () => (await handle.catalog.load('handbook', { refresh: true })).entries.length > 30,
    );
  });
});
