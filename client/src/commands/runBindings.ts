import * as vscode from 'vscode';
import type { SyncDirection } from '../../../server/src/protocol.js';
import type { CommandContext } from './Command.js';
import { pickBindings } from './targets.js';

/** Runs the bindings that the target or the person names, one after the other. */
export async function runBindings(
  context: CommandContext,
  target: unknown,
  direction: SyncDirection,
  title: string,
): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    await vscode.commands.executeCommand('workbench.trust.manage');
    return;
  }
  const names = await pickBindings(context, target, title);
  for (const name of names ?? []) await context.runs.start(name, direction);
}
