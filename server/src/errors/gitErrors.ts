import { DocbridgeError } from './DocbridgeError.js';

/** The Git host refused the credential (401, 403). */
export class GitAuthError extends DocbridgeError {
  constructor(url: string, detail: string) {
    const message = `${url} refused the sign-in: ${detail}. Check the Git token and that it may write to this repository.`;
    super('git-auth', 'auth', message, { url, detail });
  }
}

/** There is no repository at this URL, or the token cannot see it (404). */
export class RepositoryNotFoundError extends DocbridgeError {
  constructor(url: string) {
    super('repository-not-found', 'usage', `There is no repository at ${url}, or the token cannot see it.`, {
      url,
    });
  }
}

/** The repository has commits but not this branch. */
export class BranchNotFoundError extends DocbridgeError {
  constructor(url: string, branch: string, branches: readonly string[]) {
    const known =
      branches.length === 0 ? 'it has no branch yet' : `it has: ${branches.slice(0, 10).join(', ')}`;
    super(
      'branch-not-found',
      'usage',
      `${url} has no branch "${branch}"; ${known}. Change "branch" in docbridge.json.`,
      {
        url,
        branch,
        branches,
      },
    );
  }
}

/** The branch no longer contains the commit of the last run: rewritten or deleted. Nothing is forced. */
export class HistoryRewrittenError extends DocbridgeError {
  constructor(url: string, branch: string, expected: string, found: string | undefined) {
    const what = found === undefined ? 'is gone' : 'was rewritten';
    super(
      'history-rewritten',
      'conflict',
      `Branch "${branch}" of ${url} ${what} since the last run. Nothing was changed; look at the branch, then start again from its new head.`,
      { url, branch, expected, ...(found === undefined ? {} : { found }) },
    );
  }
}

/** The server took the pack but not the update: protected branch, hook, read-only key. */
export class PushDeniedError extends DocbridgeError {
  constructor(url: string, detail: string) {
    super('push-denied', 'auth', `${url} denied the push: ${detail}.`, { url, detail });
  }
}

/** The server answered something that is not Git's protocol, or failed (5xx). */
export class GitFailureError extends DocbridgeError {
  constructor(url: string, detail: string, options?: { readonly cause?: unknown }) {
    super('git-failure', 'network', `Talking to ${url} failed: ${detail}.`, { url, detail }, options);
  }
}
