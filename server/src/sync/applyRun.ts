import type { Direction } from '../config/Configuration.js';
import { AppReplacementError, BrakeError, BranchBusyError } from '../errors/usageErrors.js';
import type { DocbridgeError } from '../errors/DocbridgeError.js';
import type { Signature } from '../git/Remote.js';
import type { Identity } from '../platforms/Platform.js';
import { applyToGit } from './applyToGit.js';
import { applyToPlatform } from './applyToPlatform.js';
import type { FreshItem } from './applyToPlatform.js';
import { authorOf } from './author.js';
import { BaseDraft } from './BaseDraft.js';
import { recordConflicts, removeClosed } from './conflictRecords.js';
import { brake } from './core/brake.js';
import { copyFile } from './core/copyFile.js';
import { withoutBlockedMoves } from './core/freePaths.js';
import type { ItemPlan } from './core/itemPlan.js';
import { actionsFor } from './core/plan.js';
import type { Problem } from './core/sides.js';
import type { EngineContext } from './EngineContext.js';
import { look } from './look.js';
import type { Decision, Look, PlanChoices } from './look.js';
import { planHash } from './planJson.js';
import { RunJournal } from './RunJournal.js';
import { settle } from './settle.js';

/** What a run is asked to do. */
export interface RunOrder extends PlanChoices {
  /** Id of the run. */
  readonly run: string;
  readonly direction: Direction;
  readonly message?: string | undefined;
  readonly confirm?: string | true | undefined;
}

/** What a run did. */
export interface RunOutcome {
  readonly head: string | null;
  readonly commit: string | null;
  readonly toGit: number;
  readonly toPlatform: number;
  readonly deleted: number;
  readonly conflicts: readonly string[];
  readonly problems: readonly Problem[];
  /** A question that stayed open while the rest went through. */
  readonly question?: DocbridgeError;
}

/** Plans made in vain before a run gives up on a busy branch (reference figure: worst case seen is 5). */
const maxAttempts = 8;
const firstPause = 50;
const longestPause = 1500;

/**
 * Looks, plans and applies, again from the start whenever the branch moved in between. The base is saved
 * only after the writes it speaks of.
 */
export async function applyRun(open: () => Promise<EngineContext>, order: RunOrder): Promise<RunOutcome> {
  const sum = { toGit: 0, toPlatform: 0, deleted: 0 };
  let { decisions } = order;
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const context = await open();
    const identity = await context.platform.connect({ signal: order.signal });
    const now = decisions === undefined ? order : { ...order, decisions };
    const seen = await look(context, now);
    const outcome = await applyOnce(context, seen, now, identity);
    sum.toPlatform += outcome.toPlatform;
    sum.deleted += outcome.deleted;
    if (outcome.kind === 'done') {
      sum.toGit += outcome.toGit;
      return { ...outcome, ...sum };
    }
    decisions = decisions && afterWrites(decisions, outcome.fresh);
    const pause = Math.min(firstPause * 2 ** attempt, longestPause);
    await context.clock.sleep(context.random.fraction() * pause, order.signal);
  }
  const { remote } = await open();
  throw new BranchBusyError(remote.branch, maxAttempts);
}

type Attempt = RunOutcome & {
  readonly kind: 'done' | 'moved';
  /** Items that Git was to be written to as well, as this attempt left them on the platform. */
  readonly fresh: ReadonlyMap<string, FreshItem>;
};

/** The same decisions; what we wrote ourselves is no reason to ask again. */
function afterWrites(
  decisions: ReadonlyMap<string, Decision>,
  fresh: ReadonlyMap<string, FreshItem>,
): ReadonlyMap<string, Decision> {
  return new Map(
    [...decisions].map(([id, decision]) => {
      const platform = fresh.get(id)?.entry.revision ?? decision.platform;
      return [id, { ...decision, platform }];
    }),
  );
}

async function applyOnce(
  context: EngineContext,
  seen: Look,
  order: RunOrder,
  identity: Identity,
): Promise<Attempt> {
  const { question, items } = confirmed(context, seen, order);
  const draft = new BaseDraft(context.base);
  await settle(context, seen, draft);
  const conflicts = await recordConflicts(
    seen.plan.items,
    context,
    order.only === undefined && order.key === undefined,
  );

  const journal = new RunJournal(context.state, order.run, context.createdIds.size > 0);
  const platform = await applyToPlatform(context, seen, items, draft, journal, order);
  // The platform holds these already, so a kill from here on must not forget them.
  await draft.save(context.state);

  const failed = new Set(platform.problems.map((problem) => problem.id));
  const carriedOut = withoutBlockedMoves(
    items.filter((item) => !failed.has(item.key)),
    new Set(seen.git.files.keys()),
  );
  const copies = carriedOut.flatMap((item) =>
    item.copy === undefined ? [] : [copyFile(item, item.copy, context.binding.profile, context.hash)],
  );
  const author: Signature = authorOf(context.binding, identity, context.clock.now());
  const work = { items: carriedOut, copies, fresh: platform.fresh, author, message: order.message };
  const git = await applyToGit(context, seen, work, draft, order);
  const outcome = {
    fresh: platform.fresh,
    head: seen.git.commit ?? null,
    conflicts,
    problems: [...seen.problems, ...platform.problems],
    ...(question && { question }),
  };
  if (git.result.kind === 'moved') {
    const done = { toGit: 0, toPlatform: platform.written, deleted: platform.trashed };
    return { ...outcome, ...done, kind: 'moved', commit: null };
  }

  const commit = git.result.kind === 'committed' ? git.result.commit : null;
  draft.setCommit(commit ?? outcome.head);
  const copied = await applyToPlatform(context, seen, copies, draft, journal, order);
  await draft.save(context.state);
  await journal.clear();
  const left = new Set(seen.plan.items.map((item) => item.key));
  for (const item of carriedOut) left.delete(item.key);
  await removeClosed(seen.plan.items, context.state, left, new Set(order.decisions?.keys()));
  return {
    ...outcome,
    kind: 'done',
    commit,
    toGit: git.written,
    toPlatform: platform.written + copied.written,
    deleted: platform.trashed + git.deleted,
    problems: [...outcome.problems, ...copied.problems],
  };
}

/** The part of the plan that may be carried out now; throws `BrakeError` when none of it may. */
function confirmed(
  context: EngineContext,
  seen: Look,
  order: RunOrder,
): { readonly items: readonly ItemPlan[]; readonly question?: DocbridgeError } {
  const items = seen.plan.items.map((item) => actionsFor(item, order.direction));
  if (order.confirm === true) return { items };
  const hash = planHash(context, seen, order.direction);
  const deletions = brake(seen.plan, context.base, order.direction, {
    platformIsEmpty: seen.platform.states.size === 0,
    gitIsEmpty: seen.git.states.size === 0,
  });
  if (deletions !== undefined && order.confirm !== hash)
    throw new BrakeError(deletions.count, deletions.total, hash);

  const waiting = unagreedReplacements(context, items);
  const replacements = context.hash.sha256(
    new TextEncoder().encode(JSON.stringify(waiting.map(({ key, git }) => [key, git?.oid]))),
  );
  if (waiting.length === 0 || order.confirm === replacements) return { items };
  const titles = waiting.map((item) => `"${item.title}"`);
  return {
    items: items.filter((item) => !waiting.includes(item)),
    question: new AppReplacementError(titles, replacements),
  };
}

/** Updates that would make a new app beside the old one, as long as nobody agreed to that in this binding. */
function unagreedReplacements(context: EngineContext, items: readonly ItemPlan[]): readonly ItemPlan[] {
  for (const item of context.base.items.values()) if (item.replaced === true) return [];
  return items.filter(
    ({ kind, toPlatform }) =>
      toPlatform?.kind === 'update' &&
      toPlatform.text !== undefined &&
      context.platform.capabilities[kind]?.updateInPlace === false,
  );
}
