import type { Binding, Direction } from '../../config/Configuration.js';
import { exitCodeOfRun, exitCodes, worst } from '../exitCodes.js';
import { printPlans } from '../output/printPlans.js';
import type { Session } from '../Session.js';
import { eachBinding } from './eachBinding.js';

/** Prints what a run would do; 1 when it would meet conflicts or cannot read an item. */
export async function showPlans(
  session: Session,
  bindings: readonly Binding[],
  options: { readonly direction?: Direction; readonly only?: string | undefined },
): Promise<number> {
  const plans = await eachBinding(session, bindings, (engine, binding) =>
    engine.plan({
      direction: options.direction ?? binding.direction,
      only: options.only,
      signal: session.surroundings.signal,
    }),
  );
  await session.print({ bindings: plans }, (colours) => printPlans(plans, colours));
  return worst(
    plans.map((plan) => {
      if ('error' in plan) return exitCodeOfRun(plan);
      const open = plan.items.some(({ op }) => op === 'conflict' || op === 'ambiguous');
      return open || plan.problems.length > 0 ? exitCodes.findings : exitCodes.done;
    }),
  );
}
