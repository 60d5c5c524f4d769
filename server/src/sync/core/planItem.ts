import type { BaseItem } from './base.js';
import { contested } from './contested.js';
import type { ConflictPolicy } from './contested.js';
import { gitWrite, movedTo, retitled, updateOf } from './itemActions.js';
import type { ItemPlan, PlatformAction } from './itemPlan.js';
import { baseNameOf, directoryOf } from './names.js';
import type { Pair } from './pairing.js';
import { change, kindOf, line, settle } from './planOutcome.js';
import type { GitState, PlatformState } from './sides.js';

export interface ItemPolicy extends ConflictPolicy {
  /** What becomes of the Git file when the item went to the platform's trash. */
  readonly deletionToGit: (kind: 'document' | 'app') => 'mirror' | 'keep';
  /** What becomes of the platform's item when the file was deleted in Git. */
  readonly deletionToPlatform: (kind: 'document' | 'app') => 'trash' | 'keep';
  /** `true` when a file that is missing may be one that cannot be read, or that is not looked at. */
  readonly mayBeElsewhere: (base: BaseItem) => boolean;
  /** `true` when file and item say the same in different words. */
  readonly sameContent: (git: GitState, platform: PlatformState) => boolean;
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
  const toGit = gitWrite(pair, platform, git, platformText && !gitText ? platform.file.text : undefined);
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
  return updateOf(
    text,
    retitled(platform, git.title, policy.baseTitle(pair.key)),
    movedTo(pair, platform, git),
  );
}

/** First sync of two that match: equal is in step, different is a conflict, since nobody knows who is newer. */
function meet(pair: Pair, platform: PlatformState, git: GitState, policy: ItemPolicy): ItemPlan {
  if (platform.file?.oid === git.oid || policy.sameContent(git, platform)) return settle(pair, 'agree');
  return contested(pair, platform, git, policy);
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
