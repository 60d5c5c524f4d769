import type { PlanItemJson, PlanJson, PlanOp } from '../../sync/runs.js';
import type { FailedBinding } from './BindingRun.js';
import type { Colours } from './Colours.js';
import { alignColumns } from './alignColumns.js';
import { plainLine } from './plainText.js';
import { printError } from './printError.js';

const symbols: Readonly<Record<PlanOp, string>> = {
  create: '+',
  update: '~',
  move: '→',
  delete: '-',
  merge: '±',
  conflict: '!',
  ambiguous: '?',
};

const sides = { git: 'in Git', platform: 'on the platform', both: 'on both sides' } as const;

/** What a run would do, item by item. */
export function printPlans(plans: readonly (PlanJson | FailedBinding)[], colours: Colours): string {
  return plans
    .map((plan) => ('error' in plan ? printError(plan.error, colours) : printPlan(plan, colours)))
    .join('\n');
}

function printPlan(plan: PlanJson, colours: Colours): string {
  const { items } = plan;
  const lines = [heading(plan, colours)];
  const rows = items.map((item) => [
    `  ${symbols[item.op]} ${item.op}`,
    sides[item.side],
    pathOf(item),
    plainLine(item.reason),
  ]);
  const paint = (cell: string, column: number, row: number): string => {
    if (column === 0) return colourOf(items[row]?.op ?? 'update', colours)(cell);
    return column === 2 ? cell : colours.dim(cell);
  };
  lines.push(...alignColumns(rows, paint));
  lines.push(...plan.problems.map(({ message }) => `  ${colours.red('✖')} ${plainLine(message)}`));
  const left = leftOut(plan.left_out);
  if (left !== '') lines.push(colours.dim(`  left out: ${left}`));
  if (items.length > 0) lines.push(colours.dim(`  Do it: docbridge ${commandOf(plan)} ${plan.name}`));
  return `${lines.join('\n')}\n`;
}

function heading({ name, items, requests, problems }: PlanJson, colours: Colours): string {
  if (items.length === 0 && problems.length > 0) {
    const what = problems.length === 1 ? '1 item cannot be read' : `${problems.length} items cannot be read`;
    return `${colours.red('✖')} ${colours.bold(name)}  ${what}`;
  }
  if (items.length === 0) return `${colours.green('=')} ${colours.bold(name)}  nothing to do`;
  const changes = items.length === 1 ? '1 change' : `${items.length} changes`;
  const cost = requests === 1 ? '1 request' : `${requests} requests`;
  return `${colours.cyan('›')} ${colours.bold(name)}  ${changes}, about ${cost}`;
}

function pathOf({ from, to, id }: PlanItemJson): string {
  if (from !== undefined && to !== undefined && from !== to) return `${plainLine(from)} → ${plainLine(to)}`;
  return plainLine(to ?? from ?? id);
}

function commandOf({ direction }: PlanJson): string {
  return direction === 'both' ? 'sync' : direction;
}

function colourOf(op: PlanOp, colours: Colours): (text: string) => string {
  switch (op) {
    case 'create':
      return colours.green;
    case 'delete':
      return colours.red;
    case 'conflict':
    case 'ambiguous':
      return colours.yellow;
    case 'update':
    case 'move':
    case 'merge':
      return colours.cyan;
  }
}

/** "2 private, 1 empty folder". */
export function leftOut(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${count} ${reason.replaceAll('-', ' ')}`)
    .join(', ');
}
