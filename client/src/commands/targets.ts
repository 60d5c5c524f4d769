import * as vscode from 'vscode';
import { ServerFailure } from '../connection/ServerFailure.js';
import { back, type PickItem } from '../ui/Dialogs.js';
import type { ContentNode } from '../views/contentNodes.js';
import type { ItemPath } from '../workspace/itemUris.js';
import type { CommandContext } from './Command.js';

const { t } = vscode.l10n;

/** The binding that a target names: a tree node, or an object of another command. */
export function bindingOf(target: unknown): string | undefined {
  if (typeof target !== 'object' || target === null || !('binding' in target)) return undefined;
  return typeof target.binding === 'string' ? target.binding : undefined;
}

/** The binding of the target, else the only one, else the one that the person picks; all of them if they say so. */
export async function pickBindings(
  context: CommandContext,
  target: unknown,
  title: string,
): Promise<readonly string[] | undefined> {
  const named = bindingOf(target);
  if (named !== undefined) return [named];
  await context.bindings.load();
  const names = context.bindings.all.map(({ name }) => name);
  if (names.length === 0) {
    const [problem] = context.bindings.problems;
    if (problem !== undefined) throw new ServerFailure(problem.error);
    await vscode.commands.executeCommand('docbridge.connect');
    return undefined;
  }
  if (names.length === 1) return names;
  const each = context.bindings.all.map(({ name, repository }): PickItem<readonly string[]> => ({
    label: name,
    description: repository.url,
    value: [name],
  }));
  const items = [{ label: t('All bindings'), value: names }, ...each];
  const picked = await context.dialogs.pick({ title, placeholder: t('Which binding?'), items });
  return picked === back ? undefined : picked;
}

/** The item of a tree node, of a URI, or of the active editor. */
export function itemOf(context: CommandContext, target: unknown): ItemPath | undefined {
  const node = asNode(target);
  if (node?.kind === 'item') return { binding: node.binding, path: node.item.path };
  if (node?.kind === 'conflict') return { binding: node.binding, path: node.conflict.path };
  const uri = uriOf(target);
  return uri === undefined ? undefined : context.decorations.itemOf(uri);
}

/** The file that a command is about: the URI handed over, else the one of the active editor. */
export function uriOf(target: unknown): vscode.Uri | undefined {
  return target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
}

/** A node of the tree, when the command was called on one. */
export function asNode(target: unknown): ContentNode | undefined {
  const isNode =
    typeof target === 'object' && target !== null && 'kind' in target && !(target instanceof vscode.Uri);
  return isNode ? (target as ContentNode) : undefined;
}
