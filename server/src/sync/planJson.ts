import type { Direction } from '../config/Configuration.js';
import type { PlanItemJson, PlanJson } from './runs.js';
import { planIdentity, planLines } from './core/plan.js';
import type { EngineContext } from './EngineContext.js';
import type { Look } from './look.js';

/** The plan as people and programs see it, with the hash that confirms it. */
export function planJson(context: EngineContext, seen: Look, direction: Direction): PlanJson {
  const items = planLines(seen.plan, direction);
  return {
    name: context.binding.name,
    direction,
    items,
    requests: countRequests(items),
    hash: planHash(context, seen, direction),
    left_out: seen.leftOut,
    problems: seen.problems,
  };
}

/** Stands for this plan on this head and base, and for no other. */
export function planHash(context: EngineContext, seen: Look, direction: Direction): string {
  const identity = planIdentity(planLines(seen.plan, direction), context.base, seen.git.commit ?? null);
  return context.hash.sha256(new TextEncoder().encode(identity));
}

/** One conditional write an item (and its reading back), and three for all of Git: refs, refs again, push. */
function countRequests(items: readonly PlanItemJson[]): number {
  const onPlatform = items.filter((item) => item.side === 'platform').length;
  return 2 * onPlatform + (items.some((item) => item.side === 'git') ? 3 : 0);
}
