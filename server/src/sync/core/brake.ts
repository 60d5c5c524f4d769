import type { Direction } from '../../config/Configuration.js';
import type { Base } from './base.js';
import type { Plan } from './plan.js';
import { actionsFor } from './plan.js';

/** More deletions than this always stop a run. */
const maxDeletions = 10;
/** So does more than this part of all items, from three deletions on. */
const maxShare = 0.2;
const fewestForShare = 3;

export interface Deletions {
  readonly count: number;
  readonly total: number;
}

/**
 * The deletions that must be confirmed before this plan is applied, if any (DESIGN section 3). An empty
 * answer of one side is never read as "delete all", however few items there are.
 */
export function brake(
  plan: Plan,
  base: Base,
  direction: Direction,
  sides: { readonly platformIsEmpty: boolean; readonly gitIsEmpty: boolean },
): Deletions | undefined {
  const count = plan.items.filter((item) => {
    const { toGit, toPlatform } = actionsFor(item, direction);
    return toGit?.kind === 'delete' || toPlatform?.kind === 'trash';
  }).length;
  let total = 0;
  for (const item of base.items.values()) if (item.kind !== 'folder') total += 1;
  const tooMany = count > maxDeletions || (count >= fewestForShare && count > total * maxShare);
  const emptied = count > 0 && (sides.platformIsEmpty || sides.gitIsEmpty);
  return tooMany || emptied ? { count, total } : undefined;
}
