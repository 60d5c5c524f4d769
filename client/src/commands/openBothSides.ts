import * as vscode from 'vscode';
import type { ConflictNode } from '../views/contentNodes.js';
import { sideUri } from '../workspace/itemUris.js';
import type { Command } from './Command.js';
import { asNode } from './targets.js';

/** Shows both versions of a conflict side by side. */
export const openBothSides: Command = {
  id: 'docbridge.openBothSides',
  async run(_context, target) {
    const node = asNode(target);
    if (node?.kind === 'conflict') await showBothSides(node);
  },
};

export async function showBothSides({ binding, conflict }: ConflictNode): Promise<void> {
  const uri = sideUri('conflict', { binding, path: conflict.path }).with({ query: conflict.id });
  const title = vscode.l10n.t('{0} (Git ↔ Platform)', conflict.item.title);
  await vscode.commands.executeCommand(
    'vscode.diff',
    uri.with({ fragment: 'git' }),
    uri.with({ fragment: 'platform' }),
    title,
  );
}
