import type { Command } from 'commander';
import { exitCodeOfRun, exitCodes, worst } from '../exitCodes.js';
import { printConflicts } from '../output/printConflicts.js';
import { printError } from '../output/printError.js';
import type { Start } from '../Start.js';
import { eachBinding } from './eachBinding.js';

/** `docbridge conflicts`: what waits for a decision. */
export function addConflicts(program: Command, start: Start): void {
  program
    .command('conflicts')
    .description('show open conflicts; both versions of each are kept')
    .argument('[binding]', 'name in docbridge.json; all that are enabled when none is given')
    .action((name: string | undefined, _options: object, command: Command) =>
      start(command, async (session) => {
        const bindings = await session.bindings(name === undefined ? [] : [name]);
        const results = await eachBinding(session, bindings, async (engine, binding) => ({
          name: binding.name,
          conflicts: await engine.conflicts(),
        }));
        await session.print({ bindings: results }, (colours) =>
          results
            .map((result) =>
              'error' in result ? printError(result.error, colours) : printConflicts([result], colours),
            )
            .join('\n'),
        );
        return worst(
          results.map((result) => {
            if ('error' in result) return exitCodeOfRun(result);
            return result.conflicts.length > 0 ? exitCodes.findings : exitCodes.done;
          }),
        );
      }),
    );
}
