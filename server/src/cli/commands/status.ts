import type { Command } from 'commander';
import { exitCodeOfError, exitCodes, worst } from '../exitCodes.js';
import { printStatus } from '../output/printStatus.js';
import type { Start } from '../Start.js';
import type { BindingStatus } from '../../sync/runs.js';
import { eachBinding } from './eachBinding.js';

/** `docbridge status`: how each binding stands. */
export function addStatus(program: Command, start: Start): void {
  program
    .command('status')
    .description('show how each binding stands; looks at both sides and writes nothing')
    .argument('[binding...]', 'names in docbridge.json; all that are enabled when none is given')
    .option('--cached', 'from the last run alone, without a request')
    .action((names: readonly string[], options: { readonly cached?: boolean }, command: Command) =>
      start(command, async (session) => {
        const bindings = await session.bindings(names);
        const results = await eachBinding(session, bindings, (engine) =>
          engine.status({ signal: session.surroundings.signal, cached: options.cached === true }),
        );
        const statuses = results.map((result, index): BindingStatus => {
          const binding = bindings[index];
          if ('state' in result || binding === undefined) return result as BindingStatus;
          const { name, platform, repository, direction } = binding;
          return {
            name,
            state: result.error.category === 'auth' ? 'not-connected' : 'error',
            platform,
            repository,
            direction,
            to_git: 0,
            to_platform: 0,
            conflicts: 0,
            left_out: {},
            last_run: null,
            error: result.error,
          };
        });
        await session.print({ bindings: statuses }, (colours) => printStatus(statuses, colours));
        return worst(
          statuses.map(({ error, conflicts }) => {
            if (error !== undefined) return exitCodeOfError(error);
            return conflicts > 0 ? exitCodes.findings : exitCodes.done;
          }),
        );
      }),
    );
}
