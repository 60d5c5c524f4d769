import type { Direction } from '../config/Configuration.js';
import { DocbridgeError } from '../errors/DocbridgeError.js';
import type { DocbridgeErrorJson } from '../errors/DocbridgeError.js';
import { ItemsFailedError } from '../errors/usageErrors.js';
import { applyRun } from './applyRun.js';
import type { RunOrder, RunOutcome } from './applyRun.js';
import type { EnginePorts } from './EnginePorts.js';
import type { EngineContext } from './EngineContext.js';
import type { Run, RunStatus } from './runs.js';

/** Runs under the binding's lock and records what happened; only a lock held by somebody else is thrown. */
export async function executeRun(
  ports: EnginePorts,
  open: () => Promise<EngineContext>,
  order: Omit<RunOrder, 'run'>,
): Promise<Run> {
  const lock = await ports.state.lock();
  try {
    await markInterrupted(ports);
    const begun = start(ports, order.direction);
    await ports.state.putRun(begun);
    const ended = await finish(ports, begun, () => applyRun(open, { ...order, run: begun.run_id }));
    await ports.state.putRun(ended);
    return ended;
  } finally {
    await lock.release();
  }
}

function start({ random, clock }: EnginePorts, direction: Direction): Run {
  return {
    run_id: random.uuid(),
    status: 'running',
    direction,
    remote_sha: null,
    commit_sha: null,
    files_changed: 0,
    deleted: 0,
    conflicts: [],
    message: 'Running',
    started_at: new Date(clock.now()).toISOString(),
    completed_at: null,
  };
}

async function finish(ports: EnginePorts, begun: Run, work: () => Promise<RunOutcome>): Promise<Run> {
  const completed = (): string => new Date(ports.clock.now()).toISOString();
  try {
    const outcome = await work();
    const error =
      outcome.question ?? (outcome.problems.length > 0 ? new ItemsFailedError(outcome.problems) : undefined);
    return {
      ...begun,
      status: statusOf(outcome, error),
      remote_sha: outcome.head,
      commit_sha: outcome.commit,
      files_changed: outcome.toGit + outcome.toPlatform,
      deleted: outcome.deleted,
      conflicts: outcome.conflicts,
      message: summary(outcome),
      completed_at: completed(),
      ...(error && { error: error.toJSON() }),
    };
  } catch (error) {
    const json = errorJson(error);
    ports.logger.error(`${begun.run_id}: ${json.code}: ${json.message}`);
    if (json.category === 'internal' && error instanceof Error) ports.logger.error(error.stack ?? '');
    const status = json.code === 'cancelled' ? 'cancelled' : json.code === 'brake' ? 'conflict' : 'error';
    return { ...begun, status, message: json.message, completed_at: completed(), error: json };
  }
}

function statusOf(outcome: RunOutcome, error: DocbridgeError | undefined): RunStatus {
  if (outcome.conflicts.length > 0 || outcome.question !== undefined) return 'conflict';
  if (error !== undefined) return 'error';
  return outcome.toGit + outcome.toPlatform + outcome.deleted > 0 ? 'success' : 'skipped';
}

function summary({ toGit, toPlatform, deleted, conflicts, commit }: RunOutcome): string {
  const parts: string[] = [];
  if (toGit > 0) parts.push(`${count(toGit, 'file')} written to Git`);
  if (toPlatform > 0) parts.push(`${count(toPlatform, 'item')} written to the platform`);
  if (deleted > 0) parts.push(`${deleted} deleted`);
  if (conflicts.length > 0) parts.push(`${count(conflicts.length, 'conflict')} to resolve`);
  if (parts.length === 0) return 'Nothing to do';
  return parts.join(', ') + (commit === null ? '' : ` (commit ${commit.slice(0, 8)})`);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A run that died under its lock can no longer end itself. */
async function markInterrupted({ state, clock }: EnginePorts): Promise<void> {
  for (const run of await state.runs(5)) {
    if (run.status !== 'running') continue;
    const message = 'Interrupted; the next run goes on from where it stopped.';
    await state.putRun({
      ...run,
      status: 'error',
      message,
      completed_at: new Date(clock.now()).toISOString(),
      error: { code: 'interrupted', category: 'internal', message, data: {} },
    });
  }
}

/** Any error as it is recorded: what nobody expected is an internal one, without its details. */
export function errorJson(error: unknown): DocbridgeErrorJson {
  if (error instanceof DocbridgeError) return error.toJSON();
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    category: 'internal',
    message: `Something went wrong inside Docbridge (${reason}). The log (--verbose on the command line) has the details.`,
    data: {},
  };
}
