import * as vscode from 'vscode';
import { scheme, sideUri, type ItemPath } from '../workspace/itemUris.js';
import type { Command } from './Command.js';
import { asNode, itemOf, uriOf } from './targets.js';

const { t } = vscode.l10n;

/** Opens the platform's text beside the file of a checkout, or beside Git's text for a virtual file. */
export const compareWithPlatform: Command = {
  id: 'docbridge.compareWithPlatform',
  async run(context, target) {
    await context.bindings.load();
    const item = itemOf(context, target);
    if (item === undefined) {
      const text = t('Open a file of a binding, or choose an item in "Synced Content", to compare it.');
      await context.dialogs.message('information', text, []);
      return;
    }
    const uri = asNode(target) === undefined ? uriOf(target) : undefined;
    if (uri === undefined || uri.scheme === scheme) await compareSides(item);
    else await show(sideUri('platform', item), uri, t('{0} (Platform ↔ Working Tree)', nameOf(item)));
  },
};

/** Git on the left, the platform on the right. */
async function compareSides(item: ItemPath): Promise<void> {
  await show(sideUri('git', item), sideUri('platform', item), t('{0} (Git ↔ Platform)', nameOf(item)));
}

async function show(left: vscode.Uri, right: vscode.Uri, title: string): Promise<void> {
  await vscode.commands.executeCommand('vscode.diff', left, right, title);
}

function nameOf({ path }: ItemPath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
