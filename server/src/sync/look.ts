import type { Json } from '../convert/tiptap.js';
import type { Resolution } from './runs.js';
import { ambiguousProblems } from './core/ambiguousProblems.js';
import type { BaseContent, BaseItem } from './core/base.js';
import { identityOf } from './core/documentFile.js';
import { documentForm, sameContent } from './core/itemFile.js';
import type { EntryKind } from '../platforms/Platform.js';
import { collisionKey } from './core/names.js';
import { makePlan } from './core/plan.js';
import type { Plan } from './core/plan.js';
import type { GitState, PlatformState, Problem } from './core/sides.js';
import { pathFilter } from './core/layout.js';
import type { EngineContext } from './EngineContext.js';
import { metaPath, readGit } from './readGit.js';
import type { GitView } from './readGit.js';
import { readPlatform } from './readPlatform.js';
import type { LookOptions, PlatformView } from './readPlatform.js';

/** Both sides and what comparing them gave. */
export interface Look {
  readonly platform: PlatformView;
  readonly git: GitView;
  readonly plan: Plan;
  readonly problems: readonly Problem[];
  /** Items that take no part, counted by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
}

export interface PlanChoices extends LookOptions {
  /** Glob over paths. */
  readonly only?: string | undefined;
  /** Only this item. */
  readonly key?: string;
  /** How open conflicts are to be closed in this very run, by id. */
  readonly decisions?: ReadonlyMap<string, Decision>;
}

/** What a person decided about a conflict, and the versions that were looked at: it holds for no others. */
export interface Decision {
  readonly resolution: Resolution;
  /** Revision on the platform, and blob id in Git. */
  readonly platform: string | undefined;
  readonly git: string | undefined;
}

/** Reads both sides and plans. Writes nothing. */
export async function look(context: EngineContext, choices: PlanChoices): Promise<Look> {
  const platform = await readPlatform(context, choices);
  const git = await readGit(context, choices);
  const contents = await loadContents(context, platform, git);
  const leftOut = withoutBlocked(context, platform, git);
  const plan = makePlan({
    base: context.base,
    platform: platform.states,
    leftOut,
    git: git.states,
    baseText: (id) => contents.get(id)?.text,
    occupied: new Set(git.files.keys()),
    only: takesPart(choices),
    policy: {
      deletionToGit: (kind) => context.binding.deletions.toGit ?? (kind === 'app' ? 'keep' : 'mirror'),
      deletionToPlatform: (kind) =>
        context.binding.deletions.toPlatform ?? (kind === 'app' ? 'keep' : 'trash'),
      mayBeElsewhere: outOfSight(context, git),
      resolution: ({ key, platform: there, git: here }) => {
        const decision = choices.decisions?.get(key);
        if (decision === undefined) return standingResolution(context);
        const isSeen = decision.platform === there?.entry.revision && decision.git === here?.oid;
        return isSeen ? decision.resolution : undefined;
      },
      sameContent: (file, state) => isSame(context, file, state, contents),
      baseTitle: (id) => baseTitle(context, contents, id),
    },
  });
  const counts: Record<string, number> = {};
  for (const reason of platform.leftOut.values()) counts[reason] = (counts[reason] ?? 0) + 1;
  if (plan.drafts > 0) counts['draft'] = plan.drafts;
  const problems = [...platform.problems, ...git.problems, ...ambiguousProblems(plan.items)];
  return { platform, git, plan, problems, leftOut: counts };
}

function takesPart({
  only,
  key,
}: PlanChoices): (item: { readonly key: string; readonly paths: readonly string[] }) => boolean {
  if (key !== undefined) return (item) => item.key === key;
  if (only === undefined) return () => true;
  const passes = pathFilter({ include: [only], exclude: [] });
  return ({ paths }) => paths.some(passes);
}

/** Base contents that comparing may ask for: of everything that changed on a side. */
async function loadContents(
  context: EngineContext,
  platform: PlatformView,
  git: GitView,
): Promise<ReadonlyMap<string, BaseContent>> {
  const contents = new Map<string, BaseContent>();
  for (const item of context.base.items.values()) {
    const unchanged =
      git.states.get(item.path)?.oid === item.oid && platform.states.get(item.id)?.file === undefined;
    if (item.kind === 'folder' || unchanged) continue;
    const content = await context.contents.get(item.id);
    if (content !== undefined) contents.set(item.id, content);
  }
  return contents;
}

/** What cannot be read on one side is never taken for deleted there. */
function withoutBlocked(context: EngineContext, platform: PlatformView, git: GitView): ReadonlySet<string> {
  const ids = new Set(platform.leftOut.keys());
  const blocked = new Set([...git.blocked].map(collisionKey));
  const isBlocked = (path: string, kind: EntryKind): boolean =>
    blocked.has(collisionKey(path)) || (kind === 'app' && git.blocked.has(metaPath));
  for (const { id, path, kind } of context.base.items.values()) if (isBlocked(path, kind)) ids.add(id);
  for (const [id, { path, entry }] of platform.states) if (isBlocked(path, entry.kind)) ids.add(id);
  return ids;
}

/**
 * Tells of a file that is missing whether it may have moved where it cannot be read (front matter, encoding)
 * or is not looked at (`exclude`, dot folders, other endings, unsafe names): what loses its place in a binding is not deleted.
 */
function outOfSight(context: EngineContext, git: GitView): (item: BaseItem) => boolean {
  const known = new Set([...context.base.items.values()].map((item) => item.path));
  const hasUnreadable = [...git.blocked].some((path) => path.endsWith('.md') && !known.has(path));
  const unseen = new Set([...git.files].flatMap(([path, { oid }]) => (git.states.has(path) ? [] : [oid])));
  return ({ kind, oid }) => (kind === 'document' && hasUnreadable) || (oid !== undefined && unseen.has(oid));
}

function standingResolution({ binding }: EngineContext): Resolution | undefined {
  return binding.onConflict === 'ask' ? undefined : { keep: binding.onConflict };
}

function isSame(
  context: EngineContext,
  file: GitState,
  state: PlatformState,
  contents: ReadonlyMap<string, BaseContent>,
): boolean {
  if (file.text === undefined) return false;
  const known = contents.get(state.entry.id);
  const platform: Json | undefined = state.file?.platform ?? known?.platform;
  if (platform === undefined) return false;
  const base = known ?? (state.file && { text: state.file.text, platform: state.file.platform });
  const retitled = known !== undefined && file.title !== baseTitle(context, contents, state.entry.id);
  if (retitled && file.title !== undefined && file.title !== state.entry.title) return false;
  const form = documentForm(
    context.platform.dialect,
    context.platform.capabilities.document,
    context.binding,
  );
  return sameContent(file.kind, file.text, platform, form, base);
}

function baseTitle(
  context: EngineContext,
  contents: ReadonlyMap<string, BaseContent>,
  id: string,
): string | undefined {
  const item = context.base.items.get(id);
  const content = contents.get(id);
  if (item === undefined || item.kind === 'app' || content === undefined) return item?.title;
  return identityOf(content.text).title;
}
