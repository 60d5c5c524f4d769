import * as vscode from 'vscode';
import { itemUri } from '../workspace/itemUris.js';
import type { Command } from './Command.js';
import { pickBindings } from './targets.js';

/** Adds the platform's items to the workspace as a folder. */
export const openAsWorkspace: Command = {
  id: 'docbridge.openAsWorkspace',
  async run(context, target) {
    const names = await pickBindings(context, target, vscode.l10n.t('Open as Workspace'));
    const folders = vscode.workspace.workspaceFolders ?? [];
    const added = (names ?? [])
      .map((name) => ({
        uri: itemUri({ binding: name, path: '' }),
        name: vscode.l10n.t('{0} (platform)', name),
      }))
      .filter(({ uri }) => !folders.some((folder) => folder.uri.toString() === uri.toString()));
    if (added.length > 0) vscode.workspace.updateWorkspaceFolders(folders.length, 0, ...added);
    else if (names !== undefined) await vscode.commands.executeCommand('workbench.view.explorer');
  },
};
