import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { TestHandle } from '../../client/src/testHandle.js';
import { GitAccess } from '../support/vscode/GitAccess.js';
import { fakeDialogs } from './FakeDialogs.js';
import { closeEditors, edit, eventually, services, signIn, start, virtual, writeText } from './world.js';

suite('diagnostics', () => {
  const git = new GitAccess(services, 'handbook');
  let handle: TestHandle;

  suiteSetup(async () => {
    handle = await start();
    await signIn(handle);
    fakeDialogs(handle).answer(/^Write to/, true);
    await vscode.commands.executeCommand('docbridge.exportToGit', { binding: 'handbook' });
    await git.pull();
    execFileSync('git', ['-C', services.checkout, 'pull', '--quiet', git.folder, 'main']);
  });
  teardown(closeEditors);

  const checkout = (path: string): vscode.Uri => vscode.Uri.file(`${services.checkout}/${path}`);
  const found = (uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> =>
    eventually(code, () =>
      vscode.languages
        .getDiagnostics(uri)
        .find((each) => (typeof each.code === 'object' ? each.code.value : each.code) === code),
    );
  const marked = ({ range }: vscode.Diagnostic, document: vscode.TextDocument): string =>
    document.getText(range);
  const anyDocument = async (): Promise<string> => {
    const file = (await git.files()).find((each) => each.startsWith('docs/') && each.endsWith('.md'));
    assert.ok(file);
    return file;
  };

  test('of front matter stand on the exact key, in a checkout', async () => {
    const uri = checkout(await anyDocument());
    const document = await edit(uri, () => '---\ntitle: Fine\ntags: one\ndraft: perhaps\n---\n\nText\n');
    const tags = await found(uri, 'tags-not-a-list');
    assert.equal(tags.range.start.line, 2);
    assert.match(marked(tags, document), /tags|one/);
    const draft = await found(uri, 'front-matter-type');
    assert.equal(draft.range.start.line, 3);
    assert.equal(draft.source?.toLowerCase(), 'docbridge');
  });

  test('go away when the mistake does', async () => {
    const uri = checkout(await anyDocument());
    await edit(uri, () => '---\ntags: one\n---\n\nText\n');
    await found(uri, 'tags-not-a-list');
    await edit(uri, () => '---\ntags: [one]\n---\n\nText\n');
    await eventually('no findings', () => vscode.languages.getDiagnostics(uri).length === 0);
  });

  test('work the same in the virtual workspace', async () => {
    const uri = virtual('scratch/Checked.md');
    await writeText(uri, '# Checked\n\nText.\n');
    await edit(uri, (text) => `---\ntags: one\n---\n${text}`);
    assert.equal((await found(uri, 'tags-not-a-list')).range.start.line, 1);
  });

  test('of meta.json stand on the exact key', async () => {
    const file = (await git.files()).find((each) => each.endsWith('.meta/meta.json'));
    assert.ok(file);
    const uri = checkout(file);
    const document = await edit(uri, (text) => text.replace(/"gitAppName"\s*:\s*"[^"]*"/, '"gitAppName": 5'));
    const finding = await found(uri, 'meta-schema');
    assert.match(marked(finding, document), /gitAppName|5/);
  });

  test('of an app stand on the exact value, in a checkout', async () => {
    const file = (await git.files()).find((each) => /\/v\d+\.json$/.test(each));
    assert.ok(file);
    const document = await edit(checkout(file), (text) =>
      text.replace(/"tooljet_version"\s*:\s*"[^"]*"/, '"tooljet_version": 5'),
    );
    assert.equal(marked(await found(checkout(file), 'app-schema'), document), '5');
  });

  test('a quick fix makes a list of tags', async () => {
    const uri = checkout(await anyDocument());
    const document = await edit(uri, () => '---\ntags: one\n---\n\nText\n');
    const { range } = await found(uri, 'tags-not-a-list');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
    );
    const fix = actions.find(({ edit: change }) => change !== undefined);
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(fix.edit);
    assert.doesNotMatch(document.getText(), /^tags: one$/m);
    assert.match(document.getText(), /one/);
  });

  test('of docbridge.json name what is wrong, and the bindings come back when it is right', async () => {
    const uri = checkout('docbridge.json');
    const before = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    await writeText(uri, before.replace('"name": "scratch"', '"name": "handbook"'));
    await eventually('the mistake is seen', () => handle.bindings.problems.length === 1);
    assert.equal(handle.statusBar.shown?.kind, 'configuration');
    await writeText(uri, before);
    await eventually(
      'both bindings',
      () => handle.bindings.all.length === 2 && handle.bindings.problems.length === 0,
    );
  });
});
