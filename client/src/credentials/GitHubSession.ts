import * as vscode from 'vscode';
import type { GitCredential } from '../../../server/src/protocol.js';

/** The one origin that VS Code's GitHub session is for. */
export const githubOrigin = 'https://github.com';

const scopes = ['repo'];

/** The editor's GitHub session as a Git credential. Asks only when `ask` is set, that is on a person's act. */
export async function githubCredential(ask: boolean): Promise<GitCredential | undefined> {
  const session = await vscode.authentication.getSession(
    'github',
    scopes,
    ask ? { createIfNone: true } : { silent: true },
  );
  return session === undefined ? undefined : { token: session.accessToken, user: 'x-access-token' };
}
