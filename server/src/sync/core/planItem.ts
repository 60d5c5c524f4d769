import type { PlanItemJson, PlanOp } from '../runs.js';
import type { BaseItem } from './base.js';
import type { GitAction, ItemPlan, PlatformAction, ResolutionOf } from './itemPlan.js';
import { baseNameOf, directoryOf, joinPath } from './names.js';
import type { Pair } from './pairing.js';
import type { GitState, PlatformState } from './sides.js';

export interface ItemPolicy {
  /** What becomes of the Git file when the item went to the platform's trash. */
  readonly deletionToGit: (kind: 'document' | 'app') => 'mirror' | 'keep';
  /** What becomes of the platform's item when the file was deleted in Git. */
  readonly deletionToPlatform: (kind: 'document' | 'app') => 'trash' | 'keep';
  /** `true` when a file that is missing may be one that cannot be read, or that is not looked at. */
  readonly mayBeElsewhere: (base: BaseItem) => boolean;
  readonly resolution: ResolutionOf;
  /** `true` when file and item say the same in different words. */
  readonly sameContent: (git: GitState, platform: PlatformState) => boolean;
  /** Title that the file stated when both sides last agreed. */
  readonly baseTitle: (id: string) => string | undefined;
}

/** The three-way decision for one item: pure and total. Edit beats delete; what cannot merge is a conflict. */
export function planItem(pair: Pair, policy: ItemPolicy): ItemPlan {
  const { base, platform, git } = pair;
  if (pair.ambiguous !== undefined) return ambiguous(pair, pair.ambiguous);
  if (base === undefined) {
    if (platform !== undefined && git !== undefined) return meet(pair, platform, git, policy);
    if (platform !== undefined) return createInGit(pair, platform, 'new on the platform');
    if (git !== undefined) return createOnPlatform(pair, git, 'new in Git');
    return settle(pair, 'forget');
  }
  if (platform !== undefined && git !== undefined) return threeWay(pair, platform, git, policy);
  if (platform !== undefined) return deletedInGit(pair, platform, policy);
  if (git !== undefined) return deletedOnPlatform(pair, git, policy);
  return settle(pair, 'forget');
}

function threeWay(pair: Pair, platform: PlatformState, git: GitState, policy: ItemPolicy): ItemPlan {
  const { base } = pair;
  if (base === undefined) return settle(pair, 'forget');
  const platformText = platform.file !== undefined && platform.file.oid !== base.oid;
  const gitText = git.oid !== base.oid;
  if (platformText && gitText && platform.file.oid !== git.oid && !policy.sameContent(git, platform)) {
    return contested(pair, platform, git, policy);
  }

  const movedInGit = git.path !== base.path;
  const path = movedInGit ? git.path : platform.path;
  const writesText = platformText && !gitText;
  const toGit: GitAction | undefined =
    writesText || path !== git.path
      ? {
          kind: 'write',
          path,
          ...(path !== git.path && { from: git.path }),
          ...(writesText && { text: platform.file.text }),
        }
      : undefined;
  const toPlatform = gitText || movedInGit ? platformUpdate(pair, platform, git, policy) : undefined;
  if (toGit === undefined && toPlatform === undefined) return settle(pair, 'agree');
  return change(pair, toGit, toPlatform, {
    git: platformText ? 'changed on the platform' : 'renamed or moved on the platform',
    platform: gitText ? 'changed in Git' : 'moved in Git',
  });
}

function platformUpdate(
  pair: Pair,
  platform: PlatformState,
  git: GitState,
  policy: ItemPolicy,
): PlatformAction | undefined {
  const { base } = pair;
  const isSame = git.oid === base?.oid || git.oid === platform.file?.oid || policy.sameContent(git, platform);
  const text = isSame ? undefined : git.text;
  const title = retitled(pair.key, platform, git, policy);
  const from = directoryOf(base?.path ?? platform.path);
  const to = directoryOf(git.path);
  const directory = platform.entry.kind === 'document' && from !== to ? to : undefined;
  if (text === undefined && title === undefined && directory === undefined) return undefined;
  return {
    kind: 'update',
    ...(text !== undefined && { text }),
    ...(title !== undefined && { title }),
    ...(directory !== undefined && { directory }),
  };
}

/** A title that the file states anew; a file's name is no title, so moving it never renames. */
function retitled(
  key: string,
  platform: PlatformState,
  git: GitState,
  policy: ItemPolicy,
): string | undefined {
  if (git.title === undefined || git.title === platform.entry.title) return undefined;
  return git.title === policy.baseTitle(key) ? undefined : git.title;
}

/** First sync of two that match: equal is in step, different is a conflict, since nobody knows who is newer. */
function meet(pair: Pair, platform: PlatformState, git: GitState, policy: ItemPolicy): ItemPlan {
  if (platform.file?.oid === git.oid || policy.sameContent(git, platform)) return settle(pair, 'agree');
  return contested(pair, platform, git, policy);
}

function contested(pair: Pair, platform: PlatformState, git: GitState, policy: ItemPolicy): ItemPlan {
  const resolution = policy.resolution(pair.key);
  const platformText = platform.file?.text;
  const gitText = git.text;
  const why =
    pair.base === undefined ? 'both sides hold it, with different content' : 'changed on both sides';
  if (resolution === undefined || platformText === undefined || gitText === undefined) {
    return {
      ...settle(pair, 'conflict'),
      lines: [line(pair, 'conflict', 'both', why, { from: git.path, to: platform.path })],
    };
  }
  const title = git.title !== undefined && git.title !== platform.entry.title ? { title: git.title } : {};
  switch (resolution.keep) {
    case 'platform':
      return change(pair, { kind: 'write', path: git.path, text: platformText }, undefined, {
        git: 'conflict closed: platform kept',
      });
    case 'git':
      return change(
        pair,
        undefined,
        { kind: 'update', text: gitText, ...title },
        {
          platform: 'conflict closed: Git kept',
        },
      );
    case 'text':
      return change(
        pair,
        { kind: 'write', path: git.path, text: resolution.text },
        { kind: 'update', text: resolution.text },
        { git: 'conflict closed: merged', platform: 'conflict closed: merged' },
      );
    case 'both': {
      const copy = copyOf(git, platform.entry.title, gitText);
      const kept = change(pair, { kind: 'write', path: git.path, text: platformText }, undefined, {
        git: 'conflict closed: both kept',
      });
      const copyLine = line(pair, 'create', 'platform', 'the Git version, kept beside it', { to: copy.path });
      return { ...kept, copy, lines: [...kept.lines, copyLine] };
    }
  }
}

function copyOf(git: GitState, title: string, text: string): { path: string; title: string; text: string } {
  const copyTitle = `${git.title ?? title} (Git)`;
  const path =
    git.kind === 'app'
      ? joinPath(`${directoryOf(git.path)} (Git)`, baseNameOf(git.path))
      : git.path.replace(/(\.md)?$/u, ' (Git).md');
  return { path, title: copyTitle, text };
}

function deletedInGit(pair: Pair, platform: PlatformState, policy: ItemPolicy): ItemPlan {
  const { base } = pair;
  if (base !== undefined && policy.mayBeElsewhere(base)) return settle(pair, 'change');
  const changed = platform.file !== undefined && platform.file.oid !== base?.oid;
  if (changed) return createInGit(pair, platform, 'deleted in Git, but changed on the platform since');
  if (base?.kept === 'platform') return settle(pair, 'agree');
  if (policy.deletionToPlatform(kindOf(pair)) === 'keep') return settle(pair, 'keep');
  return change(pair, undefined, { kind: 'trash' }, { platform: 'deleted in Git' });
}

function deletedOnPlatform(pair: Pair, git: GitState, policy: ItemPolicy): ItemPlan {
  const { base } = pair;
  if (git.oid !== base?.oid) {
    return createOnPlatform(pair, git, 'deleted on the platform, but changed in Git since');
  }
  if (base.kept === 'git') return settle(pair, 'agree');
  if (policy.deletionToGit(kindOf(pair)) === 'keep') return settle(pair, 'keep');
  return change(pair, { kind: 'delete', path: git.path }, undefined, { git: 'deleted on the platform' });
}

function createInGit(pair: Pair, platform: PlatformState, reason: string): ItemPlan {
  const text = platform.file?.text ?? '';
  const lines = [line(pair, 'create', 'git', reason, { to: platform.path })];
  return { ...settle(pair, 'change'), toGit: { kind: 'write', path: platform.path, text }, lines };
}

function createOnPlatform(pair: Pair, git: GitState, reason: string): ItemPlan {
  const title = git.title ?? baseNameOf(git.path).replace(/\.md$/u, '');
  const lines = [line(pair, 'create', 'platform', reason, { from: git.path })];
  const toPlatform: PlatformAction = {
    kind: 'create',
    text: git.text ?? '',
    title,
    directory: directoryOf(git.path),
  };
  return { ...settle(pair, 'change'), toPlatform, lines };
}

function ambiguous(pair: Pair, reason: string): ItemPlan {
  const places = {
    ...(pair.git && { from: pair.git.path }),
    ...(pair.platform && { to: pair.platform.path }),
  };
  return { ...settle(pair, 'ambiguous'), lines: [line(pair, 'ambiguous', 'both', reason, places)] };
}

function change(
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

function settle(pair: Pair, outcome: ItemPlan['outcome']): ItemPlan {
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

function kindOf(pair: Pair): 'document' | 'app' {
  const kind = pair.git?.kind ?? pair.platform?.entry.kind ?? pair.base?.kind;
  return kind === 'app' ? 'app' : 'document';
}

function line(
  pair: Pair,
  op: PlanOp,
  side: PlanItemJson['side'],
  reason: string,
  places: { readonly from?: string; readonly to?: string },
): PlanItemJson {
  return { op, side, id: pair.key, kind: kindOf(pair), ...places, reason };
}
