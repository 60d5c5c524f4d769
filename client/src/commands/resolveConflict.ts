import * as vscode from 'vscode';
import { back } from '../ui/Dialogs.js';
import type { ConflictNode } from '../views/contentNodes.js';
import type { Command, CommandContext } from './Command.js';
import { keepSide } from './keepSide.js';
import { showBothSides } from './openBothSides.js';
import { asNode } from './targets.js';

const { t } = vscode.l10n;

/** Asks which conflict, unless it is given, and what to keep. */
export const resolveConflict: Command = {
  id: 'docbridge.resolveConflict',
  async run(context, target) {
    const node = asNode(target);
    const conflict = node?.kind === 'conflict' ? node : await pickConflict(context);
    if (conflict === undefined) return;
    const title = t('Resolve "{0}"', conflict.conflict.item.title);
    const choice = await context.dialogs.pick({
      title,
      placeholder: t('Both sides changed it; both versions are kept until you choose.'),
      items: [
        { label: `$(diff) ${t('Open both sides')}`, value: 'open' as const },
        {
          label: `$(cloud) ${t('Keep platform')}`,
          detail: t('Git gets the version of the platform'),
          value: 'platform' as const,
        },
        {
          label: `$(repo) ${t('Keep Git')}`,
          detail: t('The platform gets the version of Git'),
          value: 'git' as const,
        },
        {
          label: `$(files) ${t('Keep both')}`,
          detail: t('The version of Git becomes an item of its own'),
          value: 'both' as const,
        },
      ],
    });
    if (choice === undefined || choice === back) return;
    if (choice === 'open') await showBothSides(conflict);
    else await keepSide(context, conflict, choice);
  },
};

async function pickConflict(context: CommandContext): Promise<ConflictNode | undefined> {
  await context.bindings.load();
  const nodes = await openConflicts(context);
  if (nodes.length <= 1) {
    if (nodes.length === 0) await findConflicts(context);
    return nodes[0];
  }
  const picked = await context.dialogs.pick({
    title: t('Resolve Conflict'),
    placeholder: t('Which one?'),
    items: nodes.map((node) => ({
      label: node.conflict.item.title,
      description: `${node.binding} · ${node.conflict.path}`,
      value: node,
    })),
  });
  return picked === back ? undefined : picked;
}

async function openConflicts({ bindings, server }: CommandContext): Promise<readonly ConflictNode[]> {
  const lists = await Promise.all(
    bindings.all.map(async ({ name }): Promise<readonly ConflictNode[]> => {
      const { conflicts } = await server.request('conflicts', { binding: name });
      return conflicts.map((conflict) => ({ kind: 'conflict', binding: name, conflict }));
    }),
  );
  return lists.flat();
}

/** A conflict that only a look has seen is taken up by a run, which offers to resolve it. */
async function findConflicts({ statuses, runs, dialogs }: CommandContext): Promise<void> {
  const seen = statuses.all.filter(({ conflicts }) => conflicts > 0);
  for (const { name, direction } of seen) await runs.start(name, direction);
  if (seen.length === 0) await dialogs.message('information', t('There are no conflicts.'), []);
}
