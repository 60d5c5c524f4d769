import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import type { TestHandle } from '../../client/src/testHandle.js';
import type { ServiceInfo } from '../support/vscode/ServiceInfo.js';

export const services = JSON.parse(process.env.DOCBRIDGE_SERVICES ?? '{}') as ServiceInfo;

/** Our extension as the editor knows it. */
export function extension(): vscode.Extension<TestHandle> {
  const found = vscode.extensions.getExtension<TestHandle>('docbridge.docbridge');
  assert.ok(found, 'the extension is installed');
  return found;
}

/** The test handle of the running extension, with the configurations read. */
export async function start(): Promise<TestHandle> {
  const handle = await extension().activate();
  await handle.ready;
  return handle;
}

/** Stores the right credentials, as a person who signed in would have. */
export async function signIn({ vault, server }: TestHandle): Promise<void> {
  await vault.set('platform', services.platform.url, { token: services.platform.token });
  await vault.set('git', services.git.origin, { token: services.git.token });
  server.notify('forgetCredential', {});
}

/** Waits until `look` gives something true; its last error or value is in the message when time is up. */
export async function eventually<T>(
  what: string,
  look: () => T | Promise<T>,
  seconds = 20,
): Promise<Exclude<T, false | null | undefined>> {
  const end = Date.now() + seconds * 1000;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== null && seen !== false)
        return seen as Exclude<T, false | null | undefined>;
      last = seen;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Not within ${seconds} s: ${what} (last: ${String(last)})`);
}

/** Prints a line with the report of the runner. */
export function note(text: string): void {
  fs.appendFileSync(`${process.env.DOCBRIDGE_RESULT ?? 'result'}.notes`, `${text}\n`);
}

/** A file of the virtual workspace. */
export function virtual(path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: 'docbridge', path: `/${path}` });
}

export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

export async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Opens a document in an editor and replaces its text, without saving. */
export async function edit(uri: vscode.Uri, change: (text: string) => string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  assert.ok(await editor.edit((builder) => builder.replace(whole, change(document.getText()))));
  return document;
}

/** Does what a click on a tree item does. */
export async function click({ command }: vscode.TreeItem): Promise<void> {
  assert.ok(command);
  const args: readonly unknown[] = command.arguments ?? [];
  await vscode.commands.executeCommand(command.command, ...args);
}

/** Closes every editor and drops unsaved changes. */
export async function closeEditors(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty === true) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
