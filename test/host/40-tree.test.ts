import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestHandle } from '../../client/src/testHandle.js';
import type { ContentNode } from '../../client/src/views/contentNodes.js';
import { fakeDialogs } from './FakeDialogs.js';
import { PlatformAccess } from '../support/vscode/PlatformAccess.js';
import { click, eventually, readText, services, signIn, start, virtual } from './world.js';

suite('the tree "Synced Content"', () => {
  const platform = new PlatformAccess(services);
  let handle: TestHandle;

  suiteSetup(async () => {
    handle = await start();
    await signIn(handle);
    fakeDialogs(handle);
    await vscode.commands.executeCommand('docbridge.refresh');
  });

  const item = (node: ContentNode): vscode.TreeItem => handle.tree.getTreeItem(node);
  const labels = (nodes: readonly ContentNode[]): readonly unknown[] => nodes.map((node) => item(node).label);
  const binding = async (name: string): Promise<ContentNode> => {
    const node = (await handle.tree.getChildren()).find(
      (each) => each.kind === 'binding' && each.binding === name,
    );
    assert.ok(node);
    return node;
  };
  const find = async (parent: ContentNode, label: string): Promise<ContentNode> => {
    const node = (await handle.tree.getChildren(parent)).find((each) => item(each).label === label);
    assert.ok(node, `${label} is in the tree`);
    return node;
  };

  test('has the bindings at its root, with their state', async () => {
    assert.deepEqual(labels(await handle.tree.getChildren()), ['handbook', 'scratch']);
    assert.equal(item(await binding('handbook')).contextValue, 'binding');
    await eventually('state', async () => item(await binding('handbook')).description !== '');
  });

  test('shows titles and folders in the order of the platform', async () => {
    const { entries } = await handle.catalog.get('handbook');
    const top = entries.filter(({ path, kind }) => !path.includes('/') && kind !== 'file' && kind !== 'app');
    const wanted = [...top]
      .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity))
      .map(({ title }) => title);
    const shown = labels(await handle.tree.getChildren(await binding('handbook')));
    assert.deepEqual(
      shown.filter((label) => wanted.includes(String(label))),
      wanted,
    );
    assert.ok(wanted.length >= 6);
  });

  test('shows apps by their name and leaves meta.json out', async () => {
    const nodes = await handle.tree.getChildren(await binding('handbook'));
    const apps = nodes.filter((node) => node.kind === 'item' && node.item.kind === 'app');
    assert.equal(apps.length, 2);
    assert.deepEqual(
      labels(nodes).filter((label) => /meta/.test(String(label))),
      [],
    );
    const [app] = apps;
    assert.ok(app);
    const uri = item(app).resourceUri;
    assert.ok(uri);
    assert.equal(typeof JSON.parse(await readText(uri)), 'object');
  });

  test('opens a document as Markdown', async () => {
    const id = await platform.create(services.subjects.scratch, 'In the tree', 'Seen.');
    assert.ok(id);
    await vscode.commands.executeCommand('docbridge.refresh');
    const node = await find(await binding('scratch'), 'In the tree');
    await click(item(node));
    const opened = await eventually('the editor', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('/In the tree.md')
        ? vscode.window.activeTextEditor
        : undefined,
    );
    assert.equal(opened.document.languageId, 'markdown');
    assert.match(opened.document.getText(), /Seen\./);
  });

  test('marks what is not in Git yet, in the tree and on the file', async () => {
    const node = await find(await binding('scratch'), 'In the tree');
    assert.equal(item(node).description, 'not in Git yet');
    assert.equal(item(node).contextValue, 'document.not-in-git');
    const decoration = handle.decorations.provideFileDecoration(virtual('scratch/In the tree.md'));
    assert.equal(decoration?.badge, 'A↑');
  });
});
