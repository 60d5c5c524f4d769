import * as vscode from 'vscode';
import type { DocbridgeErrorJson } from '../../../server/src/protocol.js';
import { errorWords } from '../ui/errorWords.js';
import { back, type PickItem } from '../ui/Dialogs.js';
import { pendingCount } from '../views/statusModel.js';
import { contentViewId } from '../views/contentViewId.js';
import type { Command, CommandContext } from './Command.js';

const { t } = vscode.l10n;

/** The menu behind the status bar item: what makes sense now comes first. */
export const showMenu: Command = {
  id: 'docbridge.showMenu',
  async run(context) {
    const picked = await context.dialogs.pick({
      title: 'Docbridge',
      placeholder: context.statusBar.shown?.label ?? '',
      items: menuItems(context),
    });
    if (picked !== undefined && picked !== back) await vscode.commands.executeCommand(picked);
  },
};

function words(error: DocbridgeErrorJson | undefined): string | undefined {
  return error === undefined ? undefined : errorWords(error, t).text;
}

function menuItems({ bindings, statuses, runs, statusBar }: CommandContext): readonly PickItem<string>[] {
  const item = (icon: string, label: string, value: string, detail?: string): PickItem<string> => ({
    label: `$(${icon}) ${label}`,
    value,
    ...(detail === undefined ? {} : { detail }),
  });
  const items: PickItem<string>[] = [];
  const kind = statusBar.shown?.kind;
  const conflicts = statuses.all.reduce((total, status) => total + status.conflicts, 0);
  const error = statuses.all.find((status) => status.error !== undefined)?.error;
  if (runs.text !== undefined) items.push(item('stop-circle', t('Cancel'), 'docbridge.cancelRun', runs.text));
  if (conflicts > 0) items.push(item('warning', t('Resolve Conflict…'), 'docbridge.resolveConflict'));
  if (kind === 'configuration') {
    items.push(
      item(
        'json',
        t('Open docbridge.json'),
        'docbridge.openConfiguration',
        words(bindings.problems[0]?.error),
      ),
    );
  }
  if (kind === 'not-connected' || error?.category === 'auth') {
    items.push(item('key', t('Sign In…'), 'docbridge.signIn', words(error)));
  } else if (error !== undefined) {
    items.push(item('output', t('Show Log'), 'docbridge.showLog', words(error)));
  }
  if (bindings.all.length > 0 && runs.text === undefined) {
    const waiting = pendingCount(statuses.all) - conflicts;
    items.push(
      item('sync', t('Sync'), 'docbridge.sync', waiting > 0 ? t('{0} changes wait', waiting) : undefined),
      item('cloud-upload', t('Export to Git'), 'docbridge.exportToGit'),
      item('cloud-download', t('Import from Git'), 'docbridge.importFromGit'),
    );
  }
  items.push(
    item('list-tree', t('Show Synced Content'), `${contentViewId}.focus`),
    item('refresh', t('Refresh'), 'docbridge.refresh'),
    item('add', t('Connect…'), 'docbridge.connect'),
  );
  if (!items.some(({ value }) => value === 'docbridge.showLog'))
    items.push(item('output', t('Show Log'), 'docbridge.showLog'));
  return items;
}
