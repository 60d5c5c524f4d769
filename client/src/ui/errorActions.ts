import * as vscode from 'vscode';
import type { Reporter } from './report.js';

/** What the buttons of error messages do. */
export function registerErrorActions(report: Reporter): void {
  const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
    vscode.commands.executeCommand(command, ...args);
  report.on('showLog', () => run('docbridge.showLog'));
  report.on('refresh', () => run('docbridge.refresh'));
  report.on('resolve', () => run('docbridge.resolveConflict'));
  report.on('openConfiguration', (_failure, { binding }) => run('docbridge.openConfiguration', { binding }));
  report.on('signIn', (failure) => {
    const kind = failure.text('kind') ?? (failure.code === 'git-auth' ? 'git' : 'platform');
    const address = failure.text('origin') ?? failure.text('url');
    if (address === undefined || !URL.canParse(address)) return run('docbridge.signIn');
    return run('docbridge.signIn', { kind, origin: new URL(address).origin });
  });
}
