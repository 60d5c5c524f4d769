import type { ConflictRecord } from '../../sync/runs.js';
import type { Colours } from './Colours.js';
import { alignColumns } from './alignColumns.js';
import { plainLine } from './plainText.js';
import { shellQuote } from './shellQuote.js';

/** The open conflicts of one binding. */
export interface BindingConflicts {
  readonly name: string;
  readonly conflicts: readonly ConflictRecord[];
}

/** Open conflicts, with the commands that close one. */
export function printConflicts(bindings: readonly BindingConflicts[], colours: Colours): string {
  return bindings
    .map(({ name, conflicts }) => {
      const [first] = conflicts;
      if (first === undefined) return `${colours.green('=')} ${colours.bold(name)}  no open conflict\n`;
      const rows = conflicts.map((conflict) => [
        `  ${plainLine(conflict.id)}`,
        plainLine(conflict.path),
        plainLine(conflict.item.title),
        whatHappened(conflict),
      ]);
      const id = shellQuote(plainLine(first.id));
      const count = conflicts.length === 1 ? '1 open conflict' : `${conflicts.length} open conflicts`;
      const lines = [
        `${colours.yellow('!')} ${colours.bold(name)}  ${count}; both versions are kept`,
        ...alignColumns(rows, (cell, column) =>
          column === 0 ? cell : column === 3 ? colours.dim(cell) : cell,
        ),
        colours.dim(`  Close one: docbridge resolve ${name} ${id} --keep platform|git|both`),
        colours.dim(`  or with your own text: docbridge resolve ${name} ${id} --file merged.md`),
      ];
      return `${lines.join('\n')}\n`;
    })
    .join('\n');
}

function whatHappened({ base, platform, git }: ConflictRecord): string {
  if (platform === null) return 'deleted on the platform, changed in Git';
  if (git === null) return 'deleted in Git, changed on the platform';
  return base === null ? 'different on both sides' : 'changed on both sides';
}
