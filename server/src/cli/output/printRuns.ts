import type { Run } from '../../sync/runs.js';
import type { BindingRun } from './BindingRun.js';
import type { Colours } from './Colours.js';
import { displayWidth } from './alignColumns.js';
import { plainLine, plainText } from './plainText.js';
import { shellQuote } from './shellQuote.js';

/** What each binding's run came to, one line each, and what to do next where something is left to do. */
export function printRuns(runs: readonly BindingRun[], colours: Colours): string {
  const width = Math.max(0, ...runs.map(({ name }) => displayWidth(name)));
  return runs
    .map((run) => {
      const name = colours.bold(run.name) + ' '.repeat(width - displayWidth(run.name));
      const lines = [`${symbolOf(run, colours)} ${name}  ${plainText(messageOf(run))}`];
      for (const hint of hintsOf(run)) lines.push(`  ${' '.repeat(width)}  ${colours.dim(hint)}`);
      return `${lines.join('\n')}\n`;
    })
    .join('');
}

function symbolOf(run: BindingRun, colours: Colours): string {
  if (!('status' in run)) return colours.red('✖');
  switch (run.status) {
    case 'success':
      return colours.green('✔');
    case 'skipped':
      return colours.green('=');
    case 'conflict':
      return colours.yellow('!');
    case 'cancelled':
      return colours.yellow('■');
    case 'queued':
    case 'running':
      return colours.cyan('…');
    case 'error':
      return colours.red('✖');
  }
}

function messageOf(run: BindingRun): string {
  if (!('status' in run)) return run.error.message;
  const message = plainLine(run.message);
  if (run.error === undefined || run.error.message === run.message) return message;
  return run.status === 'error' || run.files_changed === 0
    ? run.error.message
    : `${message}. ${run.error.message}`;
}

function hintsOf(run: BindingRun): readonly string[] {
  const { name, error } = run;
  if (error?.code === 'git-auth') {
    return ['The Git token is read from DOCBRIDGE_GIT_TOKEN, and sent to DOCBRIDGE_GIT_ORIGIN.'];
  }
  if (error?.code === 'platform-auth') {
    return ['The platform token is read from DOCBRIDGE_PLATFORM_TOKEN.'];
  }
  const [conflict] = 'status' in run ? run.conflicts : [];
  if (conflict === undefined) return [];
  return [
    `See them:     docbridge conflicts ${name}`,
    `Close one:    docbridge resolve ${name} ${shellQuote(plainLine(conflict))} --keep platform|git|both`,
  ];
}

/** How long a run took, in words; empty while it is under way. */
export function durationOf({ started_at, completed_at }: Pick<Run, 'started_at' | 'completed_at'>): string {
  if (completed_at === null) return '';
  const seconds = (Date.parse(completed_at) - Date.parse(started_at)) / 1000;
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${(seconds / 60).toFixed(1)} min`;
}
