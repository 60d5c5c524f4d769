import type { Direction } from '../../config/Configuration.js';
import type { Run } from '../../sync/runs.js';
import { printRuns } from '../output/printRuns.js';
import type { DemoPart } from './DemoPart.js';

/** Runs the binding as the command line would, and shows what the command line would show. */
export async function run(
  { stage, narrator, signal }: DemoPart,
  direction: Direction,
  { yes = false }: { readonly yes?: boolean } = {},
): Promise<Run> {
  const name = direction === 'both' ? 'sync' : direction;
  await narrator.command(`docbridge ${name}${yes ? ' --yes' : ''}`);
  const result = await stage.engine.run({ direction, confirm: yes ? true : undefined, signal });
  signal.throwIfAborted();
  await narrator.showAsIs(printRuns([{ name: stage.binding.name, ...result }], narrator.colours));
  return result;
}

/** What a run came to, for the message of a claim that failed. */
export function describeRun({ status, message, error }: Run): string {
  return `${status}, ${error?.message ?? message}`;
}
