import * as vscode from 'vscode';
import { runBindings } from './runBindings.js';
import type { Command } from './Command.js';

/** Exports what changed on the platform as one commit. */
export const exportToGit: Command = {
  id: 'docbridge.exportToGit',
  run: (context, target) => runBindings(context, target, 'export', vscode.l10n.t('Export to Git')),
};
