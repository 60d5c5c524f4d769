import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../client/src/commands/index.js';
import { extension, start } from './world.js';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const manifest = (): Manifest => extension().packageJSON as Manifest;

suite('activation', () => {
  test('is narrow and ends before the server is up', async () => {
    assert.deepEqual(manifest().activationEvents, [
      'workspaceContains:docbridge.json',
      'onFileSystem:docbridge',
    ]);
    assert.ok(await start());
    assert.ok(extension().isActive);
  });

  test('finds the bindings of docbridge.json', async () => {
    const { bindings } = await start();
    assert.deepEqual(
      bindings.all.map(({ name }) => name),
      ['handbook', 'scratch'],
    );
    assert.deepEqual(bindings.problems, []);
  });
});

suite('commands', () => {
  const declared = (): string[] =>
    manifest()
      .contributes.commands.map(({ command }) => command)
      .sort();

  test('declared and in the table are the same', () => {
    assert.deepEqual(declared(), commands.map(({ id }) => id).sort());
  });

  test('declared and registered are the same', async () => {
    await start();
    const registered = (await vscode.commands.getCommands(true)).filter((id) => id.startsWith('docbridge.'));
    // The view brings commands of its own, such as docbridge.content.focus.
    assert.deepEqual(registered.filter((id) => !id.startsWith('docbridge.content.')).sort(), declared());
  });

  test('are at most 15 in the palette', () => {
    const hidden = (manifest().contributes.menus.commandPalette ?? []).filter(({ when }) => when === 'false');
    assert.ok(declared().length - hidden.length <= 15);
  });

  test('in menus are declared ones', () => {
    for (const items of Object.values(manifest().contributes.menus)) {
      for (const { command } of items) assert.ok(declared().includes(command), command);
    }
  });

  test('settings are few', () => {
    assert.ok(Object.keys(manifest().contributes.configuration.properties).length <= 5);
  });
});
