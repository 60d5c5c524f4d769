import type { BindingState, BindingStatus } from '../../sync/runs.js';
import type { Colours } from './Colours.js';
import { alignColumns } from './alignColumns.js';
import { plainLine, plainText } from './plainText.js';
import { leftOut } from './printPlans.js';

const words: Readonly<Record<BindingState, string>> = {
  'in-sync': 'in sync',
  pending: 'changes waiting',
  running: 'running',
  conflict: 'conflict',
  error: 'error',
  'not-connected': 'not connected',
  'never-synced': 'never synced',
};

/** How each binding stands, and what to do next. */
export function printStatus(statuses: readonly BindingStatus[], colours: Colours): string {
  return statuses.map((status) => printOne(status, colours)).join('\n');
}

function printOne(status: BindingStatus, colours: Colours): string {
  const { platform, repository, last_run: last } = status;
  const place = repository.directory === '' ? '' : `, ${repository.directory}/`;
  const rows = [
    ['  platform', `${platform.kind} ${platform.url}, ${plainLine(platform.subject)}`],
    ['  repository', `${repository.url}, ${repository.branch}${place}`],
  ];
  if (last !== null)
    rows.push(['  last run', `${last.started_at}  ${last.status}  ${plainLine(last.message)}`]);
  const left = leftOut(status.left_out);
  if (left !== '') rows.push(['  left out', left]);
  const lines = [
    `${colours.bold(status.name)}  ${stateOf(status, colours)}`,
    ...alignColumns(rows, (cell, column) => (column === 0 ? colours.dim(cell) : cell)),
  ];
  if (status.error !== undefined) lines.push(`  ${colours.red(plainText(status.error.message))}`);
  const next = nextOf(status);
  if (next !== undefined) lines.push(colours.dim(`  Next: ${next}`));
  return `${lines.join('\n')}\n`;
}

function stateOf(status: BindingStatus, colours: Colours): string {
  const waiting = [
    ...(status.to_git > 0 ? [`↑${status.to_git} to Git`] : []),
    ...(status.to_platform > 0 ? [`↓${status.to_platform} to the platform`] : []),
    ...(status.conflicts > 0 ? [`${status.conflicts} in conflict`] : []),
  ];
  const text = [words[status.state], ...waiting].join('  ');
  switch (status.state) {
    case 'in-sync':
      return colours.green(text);
    case 'error':
    case 'not-connected':
      return colours.red(text);
    case 'conflict':
      return colours.yellow(text);
    case 'pending':
    case 'running':
    case 'never-synced':
      return colours.cyan(text);
  }
}

function nextOf({ name, state, direction }: BindingStatus): string | undefined {
  const run = `docbridge ${direction === 'both' ? 'sync' : direction} ${name}`;
  switch (state) {
    case 'pending':
    case 'never-synced':
      return run;
    case 'conflict':
      return `docbridge conflicts ${name}`;
    case 'in-sync':
    case 'running':
    case 'error':
    case 'not-connected':
      return undefined;
  }
}
