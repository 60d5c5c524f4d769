import { identityOf } from './documentFile.js';
import { gitWrite, movedTo, retitled, updateOf } from './itemActions.js';
import type { ItemPlan, KeptCopy, ResolutionOf } from './itemPlan.js';
import { baseNameOf, directoryOf, joinPath } from './names.js';
import type { Pair } from './pairing.js';
import { change, line, settle } from './planOutcome.js';
import type { GitState, PlatformState } from './sides.js';

/** How conflicts are closed, and the title that the file stated when both sides last agreed. */
export interface ConflictPolicy {
  readonly resolution: ResolutionOf;
  readonly baseTitle: (id: string) => string | undefined;
}

/**
 * An item whose content changed on both sides: a conflict as long as nobody decided, else what closes it. A
 * move is no part of the question; it is carried out with either answer.
 */
export function contested(
  pair: Pair,
  platform: PlatformState,
  git: GitState,
  policy: ConflictPolicy,
): ItemPlan {
  const resolution = policy.resolution(pair);
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
  const directory = movedTo(pair, platform, git);
  switch (resolution.keep) {
    case 'platform':
      return change(
        pair,
        gitWrite(pair, platform, git, platformText),
        updateOf(undefined, undefined, directory),
        bothSides('conflict closed: platform kept'),
      );
    case 'git': {
      const title = git.title === platform.entry.title ? undefined : git.title;
      return change(
        pair,
        gitWrite(pair, platform, git, undefined),
        updateOf(gitText, title, directory),
        bothSides('conflict closed: Git kept'),
      );
    }
    case 'text': {
      const { text } = resolution;
      const stated = git.kind === 'app' ? undefined : identityOf(text).title;
      return change(
        pair,
        gitWrite(pair, platform, git, text),
        updateOf(text, retitled(platform, stated, policy.baseTitle(pair.key)), directory),
        bothSides('conflict closed: merged'),
      );
    }
    case 'both': {
      const toGit = gitWrite(pair, platform, git, platformText);
      const copy = copyOf(git, toGit?.path ?? git.path, platform.entry.title, gitText);
      const kept = change(
        pair,
        toGit,
        updateOf(undefined, undefined, directory),
        bothSides('conflict closed: both kept'),
      );
      const copyLine = line(pair, 'create', 'platform', 'the Git version, kept beside it', { to: copy.path });
      return { ...kept, copy, lines: [...kept.lines, copyLine] };
    }
  }
}

function bothSides(reason: string): { readonly git: string; readonly platform: string } {
  return { git: reason, platform: reason };
}

function copyOf(git: GitState, beside: string, title: string, text: string): KeptCopy {
  const path =
    git.kind === 'app'
      ? joinPath(`${directoryOf(beside)} (Git)`, baseNameOf(beside))
      : beside.replace(/(\.md)?$/u, ' (Git).md');
  return { path, title: `${git.title ?? title} (Git)`, text };
}
