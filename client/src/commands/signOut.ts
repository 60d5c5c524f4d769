import * as vscode from 'vscode';
import { githubOrigin } from '../credentials/GitHubSession.js';
import { back, type PickItem } from '../ui/Dialogs.js';
import type { Command } from './Command.js';

const { t } = vscode.l10n;

/** Forgets stored credentials: of one place or of all. The editor's own GitHub session stays as it is. */
export const signOut: Command = {
  id: 'docbridge.signOut',
  async run({ vault, dialogs, server, statuses }) {
    const { origins } = vault;
    if (origins.length === 0) {
      const text = t(
        'No credential is stored. A GitHub session of the editor ({0}) is ended in its Accounts menu.',
        githubOrigin,
      );
      await dialogs.message('information', text, []);
      return;
    }
    const all: PickItem<readonly string[]> = { label: t('All of them'), value: origins };
    const each = origins.map((origin): PickItem<readonly string[]> => ({ label: origin, value: [origin] }));
    const picked = await dialogs.pick({
      title: t('Sign Out'),
      placeholder: t('Which credentials should be forgotten?'),
      items: origins.length === 1 ? each : [all, ...each],
    });
    if (picked === undefined || picked === back) return;
    for (const origin of picked) {
      await vault.forget(origin);
      server.notify('forgetCredential', { origin });
    }
    await statuses.refresh();
  },
};
