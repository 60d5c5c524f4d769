import type { Direction } from '../../config/Configuration.js';
import type { PlanItemJson } from '../runs.js';
import type { Base } from './base.js';
import type { ItemPlan } from './itemPlan.js';
import { baseNameOf, collisionKey, directoryOf, joinPath, withIdSuffix } from './names.js';
import { pairUp } from './pairing.js';
import type { PairingInput } from './pairing.js';
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
}

/** Compares base, platform and Git, item by item. Pure and total. */
export function makePlan(input: PlanInput): Plan {
  const items = pairUp(input)
    .map((pair) => planItem(pair, input.policy))
    .filter((item) => input.only({ key: item.key, paths: pathsOf(item) }))
    .sort((a, b) => compare(sortPath(a), sortPath(b)) || compare(a.key, b.key));
  return { items: avoidOccupiedPaths(items, input.occupied) };
}

/** The part of an item's plan that a direction carries out; the rest waits for the other one. */
export function actionsFor(item: ItemPlan, direction: Direction): ItemPlan {
  if (direction === 'both' || item.outcome !== 'change') return item;
  const { toGit, toPlatform, copy, ...rest } = item;
  const side = direction === 'export' ? 'git' : 'platform';
  const lines = item.lines.filter((one) => one.side === side);
  // A copy is written on both sides at once, so closing a conflict is never split.
  if (copy !== undefined) return item;
  const action = direction === 'export' ? toGit && { toGit } : toPlatform && { toPlatform };
  return { ...rest, ...action, lines };
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
    if (item.outcome === 'conflict' || item.outcome === 'ambiguous') conflicts += 1;
  }
  return { toGit, toPlatform, conflicts };
}

/** Stands for this plan and no other: hash it to get what `--yes` confirms. */
export function planIdentity(lines: readonly PlanItemJson[], base: Base, head: string | null): string {
  return JSON.stringify([head, base.commit, lines]);
}

/** A file that nobody matched stays where it is; the newcomer gets a path of its own. */
function avoidOccupiedPaths(items: readonly ItemPlan[], occupied: ReadonlySet<string>): ItemPlan[] {
  const freed = new Set<string>();
  for (const { toGit } of items) {
    if (toGit?.kind === 'delete') freed.add(toGit.path);
    if (toGit?.kind === 'write' && toGit.from !== undefined) freed.add(toGit.from);
  }
  const taken = new Set<string>();
  for (const path of occupied) if (!freed.has(path)) taken.add(collisionKey(path));
  return items.map((item) => {
    const { toGit } = item;
    if (toGit?.kind !== 'write') return item;
    const isNew = item.git === undefined || toGit.from !== undefined;
    if (!isNew || !taken.has(collisionKey(toGit.path))) {
      taken.add(collisionKey(toGit.path));
      return item;
    }
    const path = besides(toGit.path, item.key, taken);
    taken.add(collisionKey(path));
    const lines = item.lines.map((one) =>
      one.side === 'git' && one.to === toGit.path ? { ...one, to: path } : one,
    );
    return { ...item, toGit: { ...toGit, path }, lines };
  });
}

function besides(path: string, id: string, taken: ReadonlySet<string>): string {
  const dot = path.lastIndexOf('.');
  const [stem, extension] = [baseNameOf(path.slice(0, dot)), path.slice(dot)];
  for (let name = withIdSuffix(stem, id); ; name += '_') {
    const candidate = joinPath(directoryOf(path), name + extension);
    if (!taken.has(collisionKey(candidate))) return candidate;
  }
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
