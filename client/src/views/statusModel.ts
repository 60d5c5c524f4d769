import type { BindingStatus } from '../../../server/src/protocol.js';
import type { Translate } from '../ui/errorWords.js';

/** What the status bar shows. */
export interface StatusModel {
  readonly kind:
    | 'in-sync'
    | 'pending'
    | 'running'
    | 'conflict'
    | 'error'
    | 'not-connected'
    | 'never-synced'
    | 'configuration';
  /** With codicons. */
  readonly text: string;
  /** For screen readers: no icon, no arrow. */
  readonly label: string;
  readonly warning: boolean;
}

export interface StatusInput {
  readonly statuses: readonly BindingStatus[];
  /** Text of the run that is under way in this window. */
  readonly running: string | undefined;
  /** How many configuration files cannot be used. */
  readonly problems: number;
}

/** One line for all bindings: the most urgent state wins. `undefined`: nothing is configured. */
export function statusModel(
  { statuses, running, problems }: StatusInput,
  t: Translate,
): StatusModel | undefined {
  const make = (kind: StatusModel['kind'], icon: string, text: string, label: string): StatusModel => ({
    kind,
    text: text === '' ? `$(${icon})` : `$(${icon}) ${text}`,
    label: `Docbridge: ${label}`,
    warning: kind === 'conflict',
  });
  if (running !== undefined || statuses.some(({ state }) => state === 'running')) {
    const text = running ?? t('Syncing');
    return make('running', 'sync~spin', text, text);
  }
  const conflicts = sum(statuses.map((status) => status.conflicts));
  if (conflicts > 0 || statuses.some(({ state }) => state === 'conflict')) {
    const text = conflicts === 1 ? t('1 conflict') : t('{0} conflicts', conflicts);
    return make('conflict', 'warning', text, text);
  }
  if (problems > 0)
    return make('configuration', 'error', t('docbridge.json'), t('docbridge.json has a mistake'));
  if (statuses.length === 0) return undefined;
  if (statuses.some(({ state }) => state === 'error'))
    return make('error', 'error', t('Docbridge'), t('the last try failed'));
  if (statuses.some(({ state }) => state === 'not-connected')) {
    return make('not-connected', 'debug-disconnect', t('Sign in'), t('not connected'));
  }
  const up = sum(statuses.map((status) => status.to_git));
  const down = sum(statuses.map((status) => status.to_platform));
  if (up + down > 0) {
    const parts = [...(up > 0 ? [`${up}↑`] : []), ...(down > 0 ? [`${down}↓`] : [])];
    return make('pending', 'sync', parts.join(' '), t('{0} to export, {1} to import', up, down));
  }
  if (statuses.every(({ state }) => state === 'never-synced')) {
    return make('never-synced', 'cloud-upload', t('Not synced yet'), t('not synced yet'));
  }
  return make('in-sync', 'check', t('In sync'), t('in sync'));
}

/** Changes that wait in either direction, and conflicts: the number on the view. */
export function pendingCount(statuses: readonly BindingStatus[]): number {
  return sum(statuses.map((status) => status.to_git + status.to_platform + status.conflicts));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
