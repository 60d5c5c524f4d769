import * as vscode from 'vscode';
import { cancelRun } from './cancelRun.js';
import type { Command, CommandContext } from './Command.js';
import { compareWithPlatform } from './compareWithPlatform.js';
import { connect } from './connect.js';
import { exportToGit } from './exportToGit.js';
import { importFromGit } from './importFromGit.js';
import { keepBoth, keepGit, keepPlatform } from './keepSide.js';
import { openAsWorkspace } from './openAsWorkspace.js';
import { openBothSides } from './openBothSides.js';
import { openConfiguration } from './openConfiguration.js';
import { refresh } from './refresh.js';
import { resolveConflict } from './resolveConflict.js';
import { showLog } from './showLog.js';
import { showMenu } from './showMenu.js';
import { signIn } from './signIn.js';
import { signOut } from './signOut.js';
import { sync } from './sync.js';
import { bindingOf } from './targets.js';

/** Every command of the extension; package.json declares the same ones (tested both ways). */
export const commands: readonly Command[] = [
  cancelRun,
  compareWithPlatform,
  connect,
  exportToGit,
  importFromGit,
  keepBoth,
  keepGit,
  keepPlatform,
  openAsWorkspace,
  openBothSides,
  openConfiguration,
  refresh,
  resolveConflict,
  showLog,
  showMenu,
  signIn,
  signOut,
  sync,
];

/** Registers them all; what one rejects with is reported. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map((command) =>
      vscode.commands.registerCommand(command.id, async (target: unknown) => {
        try {
          await command.run(context, target);
        } catch (error) {
          const binding = bindingOf(target);
          context.report.report(error, binding === undefined ? {} : { binding });
        }
      }),
    ),
  );
}
