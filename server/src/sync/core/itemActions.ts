import type { GitAction, PlatformAction } from './itemPlan.js';
import { directoryOf } from './names.js';
import type { Pair } from './pairing.js';
import type { GitState, PlatformState } from './sides.js';

/** Puts the file where it belongs, with a new text perhaps; `undefined`: it is there and keeps its text. */
export function gitWrite(
  { base }: Pair,
  platform: PlatformState,
  git: GitState,
  text: string | undefined,
): (GitAction & { readonly kind: 'write' }) | undefined {
  const isMovedThere = base !== undefined && git.path === base.path;
  const path = isMovedThere ? platform.path : git.path;
  if (text === undefined && path === git.path) return undefined;
  return {
    kind: 'write',
    path,
    ...(path !== git.path && { from: git.path }),
    ...(text !== undefined && { text }),
  };
}

/** The folder that a document moved to in Git, if it did. */
export function movedTo({ base }: Pair, platform: PlatformState, git: GitState): string | undefined {
  const to = directoryOf(git.path);
  const isMoved = base !== undefined && directoryOf(base.path) !== to;
  return platform.entry.kind === 'document' && isMoved ? to : undefined;
}

/** An update of what is given; `undefined` when that is nothing. */
export function updateOf(
  text: string | undefined,
  title: string | undefined,
  directory: string | undefined,
): PlatformAction | undefined {
  if (text === undefined && title === undefined && directory === undefined) return undefined;
  return {
    kind: 'update',
    ...(text !== undefined && { text }),
    ...(title !== undefined && { title }),
    ...(directory !== undefined && { directory }),
  };
}

/** A title that the file states anew; a file's name is no title, so moving it never renames. */
export function retitled(
  platform: PlatformState,
  stated: string | undefined,
  baseTitle: string | undefined,
): string | undefined {
  if (stated === undefined || stated === platform.entry.title) return undefined;
  return stated === baseTitle ? undefined : stated;
}
