import type { Direction } from '../../config/Configuration.js';
import type { PlanItemJson } from '../runs.js';
import type { Base } from './base.js';
import { avoidOccupiedPaths } from './freePaths.js';
import type { ItemPlan } from './itemPlan.js';
import { pairUp } from './pairing.js';
import type { Pair, PairingInput } from './pairing.js';
import { planItem } from './planItem.js';
import type { ItemPolicy } from './planItem.js';

export interface PlanInput extends PairingInput {
  readonly policy: ItemPolicy;
  /** Every path that Git holds in the binding's directory, items or not. */
  readonly occupied: ReadonlySet<string>;
  /** Only such items take part. */
  readonly only: (item: { readonly key: string; readonly paths: readonly string[] }) => boolean;
}

/** What a run would do. Made without clock or chance: the same input gives the same plan. */
export interface Plan {
  readonly items: readonly ItemPlan[];
  /** Drafts that stay out because the platform does not know them. */
  readonly drafts: number;
}

/** Compares base, platform and Git, item by item. Pure and total. */
export function makePlan(input: PlanInput): Plan {
  const pairs = pairUp(input);
  const known = pairs.filter((pair) => !isNewDraft(pair));
  const items = known
    .map((pair) => planItem(pair, input.policy))
    .filter((item) => input.only({ key: item.key, paths: pathsOf(item) }))
    .sort((a, b) => compare(sortPath(a), sortPath(b)) || compare(a.key, b.key));
  return { items: avoidOccupiedPaths(items, input.occupied), drafts: pairs.length - known.length };
}

function isNewDraft({ base, platform, git }: Pair): boolean {
  return base === undefined && platform === undefined && git?.isDraft === true;
}

/** The part of an item's plan that a direction carries out; the rest waits for the other one. */
export function actionsFor(item: ItemPlan, direction: Direction): ItemPlan {
  if (direction === 'both' || item.outcome !== 'change') return item;
  const { toGit, toPlatform, copy, ...rest } = item;
  const side = direction === 'export' ? 'git' : 'platform';
  const lines = item.lines.filter((one) => one.side === side);
  // A copy is written on both sides at once, so closing a conflict is never split.
  if (copy !== undefined) return item;
  const [action, waiting] =
    direction === 'export'
      ? [toGit && { toGit }, toPlatform && { toPlatform }]
      : [toPlatform && { toPlatform }, toGit && { toGit }];
  return { ...rest, ...action, ...(waiting && { waiting }), lines };
}

/** Lines for people and programs, in path order. */
export function planLines(plan: Plan, direction: Direction): readonly PlanItemJson[] {
  return plan.items.flatMap((item) => actionsFor(item, direction).lines);
}

/** Changes that wait for each side. */
export function countChanges(plan: Plan): { toGit: number; toPlatform: number; conflicts: number } {
  let toGit = 0;
  let toPlatform = 0;
  let conflicts = 0;
  for (const item of plan.items) {
    if (item.toGit !== undefined) toGit += 1;
    if (item.toPlatform !== undefined) toPlatform += 1;
    if (item.outcome === 'conflict') conflicts += 1;
  }
  return { toGit, toPlatform, conflicts };
}

/** Stands for this plan and no other: hash it to get what `--yes` confirms. */
export function planIdentity(lines: readonly PlanItemJson[], base: Base, head: string | null): string {
  return JSON.stringify([head, base.commit, lines]);
}

function pathsOf(item: ItemPlan): string[] {
  return [item.platform?.path, item.git?.path, item.base?.path].filter((path) => path !== undefined);
}

function sortPath(item: ItemPlan): string {
  return pathsOf(item)[0] ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
