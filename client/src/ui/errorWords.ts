/** Looks a message up in the language of the editor and fills `{0}`, `{1}` … in. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/** What a person can do about an error; the reporter knows how. */
export type ErrorAction =
  'signIn' | 'showLog' | 'openConfiguration' | 'resolve' | 'refresh' | 'confirmDeletions' | 'replaceApps';

export interface ErrorWords {
  readonly text: string;
  readonly action: ErrorAction;
}

interface Failure {
  readonly code: string;
  readonly message: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The words and the one action for each error code; an unknown code keeps the server's own message. */
export function errorWords({ code, message, data }: Failure, t: Translate): ErrorWords {
  const text = (key: string): string => {
    const value = data[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '?';
  };
  switch (code) {
    case 'platform-auth':
      return {
        text: t('{0} refused the sign-in. The token is wrong or has expired.', text('origin')),
        action: 'signIn',
      };
    case 'git-auth':
      return {
        text: t('{0} refused the Git token. It is wrong, has expired, or may not write here.', text('url')),
        action: 'signIn',
      };
    case 'credential-missing':
      return { text: t('Sign in to {0} to go on.', text('origin')), action: 'signIn' };
    case 'platform-forbidden':
      return {
        text: t('Your account may not do this on {0}. Ask an administrator for access.', text('origin')),
        action: 'signIn',
      };
    case 'platform-not-found':
      return {
        text: t('{0} has no {1}. Check the subject in docbridge.json.', text('origin'), text('what')),
        action: 'openConfiguration',
      };
    case 'repository-not-found':
      return {
        text: t('There is no repository at {0}, or the token cannot see it.', text('url')),
        action: 'openConfiguration',
      };
    case 'branch-not-found':
      return {
        text: t('{0} has no branch "{1}". Change "branch" in docbridge.json.', text('url'), text('branch')),
        action: 'openConfiguration',
      };
    case 'configuration':
    case 'unknown-binding':
      return { text: message, action: 'openConfiguration' };
    case 'history-rewritten':
      return {
        text: t(
          'Branch "{0}" was rewritten or is gone since the last run. Nothing was changed.',
          text('branch'),
        ),
        action: 'showLog',
      };
    case 'stale-revision':
      return {
        text: t('Somebody changed this on the platform meanwhile. Nothing was overwritten.'),
        action: 'refresh',
      };
    case 'item-locked':
      return {
        text: t('Somebody is editing this on the platform right now. Try again when they are done.'),
        action: 'refresh',
      };
    case 'binding-locked':
      return {
        text: t('"{0}" is being synced by {1}. Try again when that is done.', text('binding'), text('owner')),
        action: 'showLog',
      };
    case 'brake':
      return {
        text: t('This run would delete {0} of {1} items, so it stopped.', text('deletions'), text('total')),
        action: 'confirmDeletions',
      };
    case 'app-replacement':
      return {
        text: t(
          'This platform cannot change an app in place. {0} would be imported as a new app, and the old one kept under another name.',
          listOf(data['titles']),
        ),
        action: 'replaceApps',
      };
    case 'server-start':
      return { text: t('The language server of Docbridge could not be started.'), action: 'showLog' };
    case 'network':
      return {
        text: t(
          '{0} did not answer ({1}). Check the address and your connection.',
          text('origin'),
          text('reason'),
        ),
        action: 'showLog',
      };
    default:
      return { text: message, action: 'showLog' };
  }
}

function listOf(value: unknown): string {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string').join(', ') : '?';
}

/** The word on the button of an action. */
export function actionLabel(action: ErrorAction, t: Translate): string {
  switch (action) {
    case 'signIn':
      return t('Sign In');
    case 'showLog':
      return t('Show Log');
    case 'openConfiguration':
      return t('Open docbridge.json');
    case 'resolve':
      return t('Resolve');
    case 'refresh':
      return t('Refresh');
    case 'confirmDeletions':
      return t('Delete Them');
    case 'replaceApps':
      return t('Replace');
  }
}
