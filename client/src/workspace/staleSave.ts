import * as vscode from 'vscode';
import type { Dialogs } from '../ui/Dialogs.js';
import { itemPathOf, sideUri } from './itemUris.js';

const { t } = vscode.l10n;

/** Says that a save came too late, and offers to compare or to load the platform's text. */
export async function offerAfterStaleSave(dialogs: Dialogs, uri: vscode.Uri): Promise<void> {
  const item = itemPathOf(uri);
  if (item === undefined) return;
  const name = item.path.slice(item.path.lastIndexOf('/') + 1);
  const [compare, reload] = [t('Compare'), t('Reload')];
  const text = t(
    '"{0}" was changed on the platform while you edited it. Nothing was overwritten; your text is still here, unsaved.',
    name,
  );
  const pressed = await dialogs.message('warning', text, [compare, reload]);
  if (pressed === compare) {
    const title = t('{0} (Platform ↔ Yours)', name);
    await vscode.commands.executeCommand('vscode.diff', sideUri('platform', item), uri, title);
  } else if (pressed === reload) {
    await vscode.window.showTextDocument(uri, { preview: false });
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
}
