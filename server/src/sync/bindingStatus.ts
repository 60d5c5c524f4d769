import { DocbridgeError } from '../errors/DocbridgeError.js';
import type { DocbridgeErrorJson } from '../errors/DocbridgeError.js';
import { countChanges } from './core/plan.js';
import type { EngineContext } from './EngineContext.js';
import { errorJson } from './executeRun.js';
import type { Look } from './look.js';
import type { BindingState, BindingStatus, Run } from './runs.js';

/**
 * How the binding stands: by looking at both sides, or (`look` absent) from the state alone. A side that
 * cannot be reached is a status, not a failure.
 */
export async function bindingStatus(
  context: EngineContext,
  look: (() => Promise<Look>) | undefined,
): Promise<BindingStatus> {
  const { binding, state } = context;
  const [last] = await state.runs(1);
  const conflicts = (await state.conflicts()).length;
  const fixed = {
    name: binding.name,
    platform: binding.platform,
    repository: binding.repository,
    direction: binding.direction,
    last_run: last ?? null,
  };
  const counted = { to_git: 0, to_platform: 0, conflicts, left_out: {} };
  if (look === undefined) {
    return { ...fixed, ...counted, state: stateFrom(context, last, conflicts, 0) };
  }
  try {
    const seen = await look();
    const { toGit, toPlatform, conflicts: open } = countChanges(seen.plan);
    const to_git = binding.direction === 'import' ? 0 : toGit;
    const to_platform = binding.direction === 'export' ? 0 : toPlatform;
    const problem = seen.problems[0];
    return {
      ...fixed,
      to_git,
      to_platform,
      conflicts: open,
      left_out: seen.leftOut,
      state:
        open === 0 && problem !== undefined
          ? 'error'
          : stateFrom(context, undefined, open, to_git + to_platform),
      ...(problem && {
        error: { code: problem.code, message: problem.message, category: 'conflict', data: { ...problem } },
      }),
    };
  } catch (error) {
    const json = errorJson(error);
    if (error instanceof DocbridgeError && error.category === 'cancelled') throw error;
    return { ...fixed, ...counted, state: stateOfError(json), error: json };
  }
}

function stateFrom(
  { base }: EngineContext,
  last: Run | undefined,
  conflicts: number,
  pending: number,
): BindingState {
  if (last?.status === 'running') return 'running';
  if (conflicts > 0) return 'conflict';
  if (last?.status === 'error') return 'error';
  if (base.commit === null && base.items.size === 0) return 'never-synced';
  return pending > 0 ? 'pending' : 'in-sync';
}

function stateOfError(error: DocbridgeErrorJson): BindingState {
  return error.code === 'credential-missing' ? 'not-connected' : 'error';
}
