import * as vscode from 'vscode';
import type { GitCredential } from '../../../server/src/protocol.js';

/** The one origin that VS Code's GitHub session is for. */
export const githubOrigin = 'https://github.com';

const scopes = ['repo'];

/**
 * The editor's GitHub session as a Git credential. Asks only when `ask` is set, that is on a person's act.
 * `undefined`: there is none, the person declined, or this editor has no sign-in for GitHub.
 */
export async function githubCredential(ask: boolean): Promise<GitCredential | undefined> {
  try {
    const options = ask ? { createIfNone: true } : { silent: true };
    const session = await vscode.authentication.getSession('github', scopes, options);
    return session === undefined ? undefined : { token: session.accessToken, user: 'x-access-token' };
  } catch {
    // The editor rejects for all of these, and has shown what there is to show.
    return undefined;
  }
}
