import type { Run } from '../../sync/runs.js';
import type { Colours } from './Colours.js';
import { alignColumns } from './alignColumns.js';
import { plainLine } from './plainText.js';
import { durationOf } from './printRuns.js';

/** The past runs of one binding. */
export interface BindingHistory {
  readonly name: string;
  readonly runs: readonly Run[];
}

/** Past runs, newest first. */
export function printHistory(histories: readonly BindingHistory[], colours: Colours): string {
  return histories
    .map(({ name, runs }) => {
      if (runs.length === 0) return `${colours.bold(name)}  no run yet\n`;
      const rows = runs.map((run) => [
        `  ${run.started_at.slice(0, 19).replace('T', ' ')}`,
        run.status,
        run.direction === 'both' ? 'sync' : run.direction,
        durationOf(run),
        plainLine(run.message),
      ]);
      const lines = alignColumns(rows, (cell, column, row) => {
        if (column === 1) return statusColour(runs[row]?.status, colours)(cell);
        return column === 0 || column === 3 ? colours.dim(cell) : cell;
      });
      return `${colours.bold(name)}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

function statusColour(status: Run['status'] | undefined, colours: Colours): (text: string) => string {
  if (status === 'success' || status === 'skipped') return colours.green;
  return status === 'error' ? colours.red : colours.yellow;
}
