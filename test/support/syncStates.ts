import type { BaseItem, Base } from '../../server/src/sync/core/base.js';
import { emptyBase } from '../../server/src/sync/core/base.js';
import type { GitState, PlatformState } from '../../server/src/sync/core/sides.js';
import type { PlatformEntry } from '../../server/src/platforms/Platform.js';
import { makePlan } from '../../server/src/sync/core/plan.js';
import type { Plan, PlanInput } from '../../server/src/sync/core/plan.js';

/** A listing entry; a document at the root unless `over` says otherwise. */
export function entry(id: string, over: Partial<PlatformEntry> = {}): PlatformEntry {
  return {
    id,
    kind: 'document',
    title: id,
    parentId: null,
    order: 0,
    revision: `${id}@1`,
    private: false,
    ...over,
  };
}

/** What both sides held of a document `<id>.md` with blob `o:<id>`. */
export function known(id: string, over: Partial<BaseItem> = {}): BaseItem {
  const path = over.path ?? `${id}.md`;
  return {
    id,
    kind: 'document',
    title: id,
    parentId: null,
    order: 0,
    revision: `${id}@1`,
    path,
    projected: path,
    oid: `o:${id}`,
    mode: '100644',
    ...over,
  };
}

export function baseOf(...items: readonly BaseItem[]): Base {
  return { ...emptyBase, commit: 'c0', items: new Map(items.map((item) => [item.id, item])) };
}

/** An item of the platform at `<id>.md`; `text` makes it a changed one. */
export function onPlatform(
  id: string,
  text?: string,
  over: Partial<PlatformState> & { readonly entry?: PlatformEntry } = {},
): PlatformState {
  const path = over.path ?? `${id}.md`;
  return {
    entry: entry(id),
    path,
    projected: path,
    ...(text !== undefined && { file: { text, oid: `t:${text}`, platform: text, notices: [] } }),
    ...over,
  };
}

/** A file in Git; without `text` it is the unchanged blob of `<path without .md>`. */
export function inGit(path: string, text?: string, over: Partial<GitState> = {}): GitState {
  const oid = text === undefined ? `o:${path.replace(/\.md$/u, '')}` : `t:${text}`;
  return { path, kind: 'document', oid, mode: '100644', ...(text !== undefined && { text }), ...over };
}

/** Plans with the default policies: documents mirror and go to the trash, apps are kept, conflicts stay open. */
export function planOf(
  base: Base,
  platform: readonly PlatformState[],
  git: readonly GitState[],
  over: Partial<Omit<PlanInput, 'policy'>> & { readonly policy?: Partial<PlanInput['policy']> } = {},
): Plan {
  const { policy, ...rest } = over;
  return makePlan({
    base,
    platform: new Map(platform.map((state) => [state.entry.id, state])),
    leftOut: new Set(),
    git: new Map(git.map((state) => [state.path, state])),
    baseText: () => undefined,
    occupied: new Set(git.map((state) => state.path)),
    only: () => true,
    policy: {
      deletionToGit: (kind) => (kind === 'app' ? 'keep' : 'mirror'),
      mayBeElsewhere: () => false,
      deletionToPlatform: (kind) => (kind === 'app' ? 'keep' : 'trash'),
      resolution: () => undefined,
      sameContent: (file, state) => file.text !== undefined && file.text === state.file?.text,
      baseTitle: (id) => base.items.get(id)?.title,
      ...policy,
    },
    ...rest,
  });
}

/** `op side id from>to` of each line: short enough to compare in one glance. */
export function linesOf(plan: Plan): string[] {
  return plan.items.flatMap((item) =>
    item.lines.map((line) => {
      const places = [line.from, line.to].filter((place) => place !== undefined).join(' > ');
      return `${line.op} ${line.side} ${line.id} ${places}`;
    }),
  );
}
