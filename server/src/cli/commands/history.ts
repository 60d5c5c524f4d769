import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { exitCodeOfRun, worst } from '../exitCodes.js';
import { printHistory } from '../output/printHistory.js';
import { printError } from '../output/printError.js';
import type { Start } from '../Start.js';
import { eachBinding } from './eachBinding.js';

const defaultLimit = 20;

/** `docbridge history`: past runs. */
export function addHistory(program: Command, start: Start): void {
  program
    .command('history')
    .description('show past runs, newest first')
    .argument('[binding...]', 'names in docbridge.json; all that are enabled when none is given')
    .option('--limit <n>', 'how many runs of each binding', wholeNumber, defaultLimit)
    .action((names: readonly string[], options: { readonly limit: number }, command: Command) =>
      start(command, async (session) => {
        const results = await eachBinding(
          session,
          await session.bindings(names),
          async (engine, { name }) => ({
            name,
            runs: await engine.history(options.limit),
          }),
        );
        await session.print({ bindings: results }, (colours) =>
          results
            .map((result) =>
              'error' in result ? printError(result.error, colours) : printHistory([result], colours),
            )
            .join('\n'),
        );
        return worst(results.map((result) => ('error' in result ? exitCodeOfRun(result) : 0)));
      }),
    );
}

/** A positive whole number, as commander's parser of an option's argument. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d{1,6}$/u.test(text) || number === 0)
    throw new InvalidArgumentError('It must be a whole number from 1.');
  return number;
}
