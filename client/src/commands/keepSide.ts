import * as vscode from 'vscode';
import type { ConflictNode } from '../views/contentNodes.js';
import type { Command, CommandContext } from './Command.js';
import { asNode } from './targets.js';

type Side = 'platform' | 'git' | 'both';

/** Closes a conflict. The version that loses stays in the platform's history or in Git's. */
export async function keepSide(
  { runs, server }: CommandContext,
  node: ConflictNode,
  keep: Side,
): Promise<void> {
  const { binding, conflict } = node;
  const text = vscode.l10n.t('Resolving {0}', conflict.item.title);
  await runs.track(binding, text, 'both', (onProgress, token) =>
    server.requestWithProgress(
      'resolve',
      { binding, id: conflict.id, resolution: { keep } },
      onProgress,
      token,
    ),
  );
}

/** The tree's own actions on a conflict. */
export const keepPlatform = keepCommand('docbridge.keepPlatform', 'platform');
export const keepGit = keepCommand('docbridge.keepGit', 'git');
export const keepBoth = keepCommand('docbridge.keepBoth', 'both');

function keepCommand(id: Command['id'], keep: Side): Command {
  return {
    id,
    async run(context, target) {
      const node = asNode(target);
      if (node?.kind === 'conflict') await keepSide(context, node, keep);
    },
  };
}
