import type { Binding, Direction } from '../config/Configuration.js';
import { ConflictMovedError, DirectionError, UnknownConflictError } from '../errors/usageErrors.js';
import { noProgress } from '../ports/Progress.js';
import { bindingStatus } from './bindingStatus.js';
import type { Engine, RunOptions } from './Engine.js';
import type { EngineContext } from './EngineContext.js';
import type { EnginePorts } from './EnginePorts.js';
import { EngineWorkspace } from './EngineWorkspace.js';
import { executeRun } from './executeRun.js';
import { inTurn } from './inTurn.js';
import { look } from './look.js';
import type { Decision, Look } from './look.js';
import { openContext } from './openContext.js';
import { planJson } from './planJson.js';
import type { KnownFiles } from './WorkspaceIndex.js';

/** The engine of one binding. */
export function createEngine(binding: Binding, ports: EnginePorts): Engine {
  const open = (): Promise<EngineContext> => openContext(binding, ports);
  // The remote's cache serves one reader at a time: a poll must not meet a run in it.
  const turn = inTurn();
  let files: KnownFiles | undefined;
  const note = (seen: Look): Look => {
    files = new Map([...seen.git.files].map(([path, entry]) => [path, entry.oid]));
    return seen;
  };

  return {
    name: binding.name,
    workspace: new EngineWorkspace(open, () => files, turn),

    async status(options = {}) {
      if (options.cached === true) return bindingStatus(await open(), undefined);
      const choices = { signal: options.signal, progress: noProgress };
      return turn(async () => {
        const context = await open();
        return bindingStatus(context, async () => note(await look(context, choices)));
      });
    },

    async plan(options) {
      const direction = allowedDirection(binding, options.direction);
      const progress = options.progress ?? noProgress;
      return turn(async () => {
        const context = await open();
        return planJson(context, note(await look(context, { ...options, progress })), direction);
      });
    },

    async run(options) {
      const direction = allowedDirection(binding, options.direction);
      const run = await turn(() => executeRun(ports, open, order(options, direction)));
      files = undefined;
      return run;
    },

    async conflicts() {
      return ports.state.conflicts();
    },

    async resolve(id, resolution, options = {}) {
      const record = (await ports.state.conflicts()).find((one) => one.id === id);
      if (record === undefined) {
        throw new UnknownConflictError(
          id,
          (await ports.state.conflicts()).map((one) => one.id),
        );
      }
      const seen = await turn(async () => look(await open(), { ...options, progress: noProgress }));
      const item = seen.plan.items.find((one) => one.key === id);
      const decision: Decision = {
        resolution,
        platform: record.platform?.revision,
        git: record.git?.revision,
      };
      const isSame = item?.platform?.entry.revision === decision.platform && item?.git?.oid === decision.git;
      if (item?.outcome === 'conflict' && !isSame) throw new ConflictMovedError(id);
      const decisions = new Map([[id, decision]]);
      const whole = { ...order({ ...options, direction: 'both' }, 'both'), decisions, key: id };
      const run = await turn(() => executeRun(ports, open, whole));
      files = undefined;
      return run;
    },

    async history(limit) {
      return ports.state.runs(limit);
    },

    async dispose() {
      await ports.remote.dispose();
    },
  };
}

function order(
  options: RunOptions,
  direction: Direction,
): RunOptions & {
  readonly progress: NonNullable<RunOptions['progress']>;
} {
  return { ...options, direction, progress: options.progress ?? noProgress };
}

/** A sync of a one-way binding goes its way; the other way alone is refused. */
function allowedDirection(binding: Binding, asked: Direction): Direction {
  if (binding.direction === 'both' || binding.direction === asked) return asked;
  if (asked === 'both') return binding.direction;
  throw new DirectionError(binding.name, binding.direction, asked);
}
