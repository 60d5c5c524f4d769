import * as vscode from 'vscode';
import type { Command } from './Command.js';
import { bindingOf } from './targets.js';

/** Opens the docbridge.json of a binding, or the first one that has a mistake. */
export const openConfiguration: Command = {
  id: 'docbridge.openConfiguration',
  async run({ bindings }, target) {
    await bindings.load().catch(() => undefined);
    const uri =
      bindings.find(bindingOf(target) ?? '')?.uri ?? bindings.problems[0]?.uri ?? bindings.all[0]?.uri;
    if (uri === undefined) await vscode.commands.executeCommand('docbridge.connect');
    else await vscode.window.showTextDocument(vscode.Uri.parse(uri));
  },
};
