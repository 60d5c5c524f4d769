import * as vscode from 'vscode';
import { runBindings } from './runBindings.js';
import type { Command } from './Command.js';

/** Imports what changed in Git into the platform. */
export const importFromGit: Command = {
  id: 'docbridge.importFromGit',
  run: (context, target) => runBindings(context, target, 'import', vscode.l10n.t('Import from Git')),
};
