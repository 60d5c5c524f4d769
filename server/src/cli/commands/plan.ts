import type { Command } from 'commander';
import type { Start } from '../Start.js';
import { showPlans } from './showPlans.js';

/** `docbridge plan`: what a sync would do. */
export function addPlan(program: Command, start: Start): void {
  program
    .command('plan')
    .description('show what a sync would change, and write nothing')
    .argument('[binding...]', 'names in docbridge.json; all that are enabled when none is given')
    .option('--only <glob>', 'only items whose path matches')
    .action((names: readonly string[], options: { readonly only?: string }, command: Command) =>
      start(command, async (session) =>
        showPlans(session, await session.bindings(names), { only: options.only }),
      ),
    );
}
