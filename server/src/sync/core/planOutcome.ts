import type { PlanItemJson, PlanOp } from '../runs.js';
import type { GitAction, ItemPlan, PlatformAction } from './itemPlan.js';
import { baseNameOf } from './names.js';
import type { Pair } from './pairing.js';

/** The plan of an item that is written on one side or both, with a line for each thing that happens to it. */
export function change(
  pair: Pair,
  toGit: GitAction | undefined,
  toPlatform: PlatformAction | undefined,
  reasons: { readonly git?: string; readonly platform?: string },
): ItemPlan {
  const lines: PlanItemJson[] = [];
  if (toGit?.kind === 'delete') {
    lines.push(line(pair, 'delete', 'git', reasons.git ?? '', { from: toGit.path }));
  } else if (toGit !== undefined) {
    if (toGit.from !== undefined) {
      lines.push(line(pair, 'move', 'git', reasons.git ?? '', { from: toGit.from, to: toGit.path }));
    }
    if (toGit.text !== undefined)
      lines.push(line(pair, 'update', 'git', reasons.git ?? '', { to: toGit.path }));
  }
  const from = pair.git?.path ?? pair.base?.path ?? '';
  if (toPlatform?.kind === 'trash') {
    lines.push(line(pair, 'delete', 'platform', reasons.platform ?? '', { from }));
  } else if (toPlatform?.kind === 'update') {
    const moves = toPlatform.title !== undefined || toPlatform.directory !== undefined;
    if (moves)
      lines.push(
        line(pair, 'move', 'platform', reasons.platform ?? '', { from: pair.base?.path ?? from, to: from }),
      );
    if (toPlatform.text !== undefined) {
      lines.push(line(pair, 'update', 'platform', reasons.platform ?? '', { from }));
    }
  }
  return {
    ...settle(pair, 'change'),
    ...(toGit && { toGit }),
    ...(toPlatform && { toPlatform }),
    lines,
  };
}

/** The plan of an item of which nothing is written. */
export function settle(pair: Pair, outcome: ItemPlan['outcome']): ItemPlan {
  const title =
    pair.platform?.entry.title ?? pair.base?.title ?? pair.git?.title ?? baseNameOf(pair.git?.path ?? '');
  return {
    key: pair.key,
    kind: kindOf(pair),
    title,
    outcome,
    ...(pair.base && { base: pair.base }),
    ...(pair.platform && { platform: pair.platform }),
    ...(pair.git && { git: pair.git }),
    lines: [],
  };
}

export function kindOf(pair: Pair): 'document' | 'app' {
  const kind = pair.git?.kind ?? pair.platform?.entry.kind ?? pair.base?.kind;
  return kind === 'app' ? 'app' : 'document';
}

/** What a plan says of one item. */
export function line(
  pair: Pair,
  op: PlanOp,
  side: PlanItemJson['side'],
  reason: string,
  places: { readonly from?: string; readonly to?: string },
): PlanItemJson {
  return { op, side, id: pair.key, kind: kindOf(pair), ...places, reason };
}
