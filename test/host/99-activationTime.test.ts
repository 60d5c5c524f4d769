import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, note } from './world.js';

interface Activation {
  readonly load: number;
  readonly call: number;
  readonly finish: number;
  readonly event: string;
}

/** One row of the table "Extension Activation Stats", in milliseconds. */
function activationOf(report: string, id: string): Activation | undefined {
  const cells = report
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .find(([, name]) => name === id);
  if (cells === undefined) return undefined;
  const [, , , load, call, finish, event = ''] = cells;
  return { load: Number(load), call: Number(call), finish: Number(finish), event };
}

suite('activation time', () => {
  test('is printed beside that of the built-in Git extension; the event is an intended one', async () => {
    await vscode.commands.executeCommand('perfview.show');
    const report = await eventually(
      'the report',
      () => {
        const text = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText();
        return text !== undefined && activationOf(text, 'docbridge.docbridge') ? text : undefined;
      },
      30,
    );
    const ours = activationOf(report, 'docbridge.docbridge');
    const git = activationOf(report, 'vscode.git');
    assert.ok(ours);
    const print = ({ load, call, finish }: Activation): string =>
      `load ${load} ms, activate ${call + finish} ms`;
    note(
      `activation: docbridge ${print(ours)} (${ours.event}); vscode.git ${git === undefined ? 'not active' : print(git)}`,
    );
    assert.ok(
      ['workspaceContains:docbridge.json', 'onFileSystem:docbridge', 'onView:docbridge.content'].includes(
        ours.event,
      ),
      ours.event,
    );
  });
});
