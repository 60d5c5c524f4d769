import type { Clock } from '../ports/Clock.js';
import type { ItemPlan } from './core/itemPlan.js';
import type { BaseContents } from './EngineContext.js';
import type { ConflictRecord, ConflictSide } from './runs.js';
import type { StateStore } from './StateStore.js';

/**
 * Keeps the stored conflicts in step with a plan: new ones written, closed ones removed, moved ones renewed.
 * `isWhole`: the plan speaks of every item, so what it does not name is gone. Returns the open ones.
 */
export async function recordConflicts(
  items: readonly ItemPlan[],
  ports: { readonly state: StateStore; readonly contents: BaseContents; readonly clock: Clock },
  isWhole: boolean,
): Promise<readonly string[]> {
  const known = new Map((await ports.state.conflicts()).map((record) => [record.id, record]));
  const open: string[] = [];
  for (const item of items) {
    const old = known.get(item.key);
    if (item.outcome === 'conflict') {
      open.push(item.key);
      const record = await recordOf(item, old, ports);
      if (JSON.stringify(record) !== JSON.stringify(old)) await ports.state.putConflict(record);
    } else if (old !== undefined && item.outcome !== 'change') {
      await ports.state.removeConflict(item.key);
    }
  }
  if (isWhole) {
    const planned = new Set(items.map((item) => item.key));
    for (const id of known.keys()) if (!planned.has(id)) await ports.state.removeConflict(id);
  }
  return open;
}

/**
 * Removes the records of conflicts that a run closed. `open`: what it left as it was; `decided`: what it was
 * asked to close.
 */
export async function removeClosed(
  items: readonly ItemPlan[],
  state: StateStore,
  open: ReadonlySet<string>,
  decided: ReadonlySet<string>,
): Promise<void> {
  const planned = new Map(items.map((item) => [item.key, item]));
  for (const { id } of await state.conflicts()) {
    const item = planned.get(id);
    const isClosed = item === undefined ? decided.has(id) : item.outcome === 'change' && !open.has(id);
    if (isClosed) await state.removeConflict(id);
  }
}

async function recordOf(
  item: ItemPlan,
  old: ConflictRecord | undefined,
  ports: { readonly contents: BaseContents; readonly clock: Clock },
): Promise<ConflictRecord> {
  const content = item.base === undefined ? undefined : await ports.contents.get(item.base.id);
  const base = content && item.base ? { text: content.text, revision: item.base.oid ?? '' } : null;
  const platform = sideOf(item.platform?.file?.text, item.platform?.entry.revision);
  const git = sideOf(item.git?.text, item.git?.oid);
  const isSame = old?.platform?.revision === platform?.revision && old?.git?.revision === git?.revision;
  return {
    id: item.key,
    item: { id: item.key, kind: item.kind, title: item.title },
    path: item.git?.path ?? item.platform?.path ?? item.base?.path ?? '',
    base,
    platform,
    git,
    detected_at: isSame && old !== undefined ? old.detected_at : new Date(ports.clock.now()).toISOString(),
  };
}

function sideOf(text: string | undefined, revision: string | undefined): ConflictSide | null {
  return text === undefined || revision === undefined ? null : { text, revision };
}
