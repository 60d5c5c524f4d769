import * as vscode from 'vscode';
import { runBindings } from './runBindings.js';
import type { Command } from './Command.js';

/** Exports and imports. */
export const sync: Command = {
  id: 'docbridge.sync',
  run: (context, target) => runBindings(context, target, 'both', vscode.l10n.t('Sync')),
};
