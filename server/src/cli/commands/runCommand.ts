import type { Command } from 'commander';
import type { Binding, Direction } from '../../config/Configuration.js';
import { NothingToRunError } from '../../errors/usageErrors.js';
import type { Progress } from '../../ports/Progress.js';
import { exitCodeOfRun, worst } from '../exitCodes.js';
import type { BindingRun } from '../output/BindingRun.js';
import { plainText } from '../output/plainText.js';
import { printRuns } from '../output/printRuns.js';
import type { Session } from '../Session.js';
import type { Start } from '../Start.js';
import { withProgress } from '../withProgress.js';
import { tryBinding } from './eachBinding.js';
import { showPlans } from './showPlans.js';

interface RunOptions {
  readonly message?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly only?: string;
}

/** What `export`, `import` and `sync` have in common. */
export function addRunCommand(
  program: Command,
  start: Start,
  {
    name,
    direction,
    description,
  }: { readonly name: string; readonly direction: Direction; readonly description: string },
): void {
  program
    .command(name)
    .description(description)
    .argument('[binding...]', 'names in docbridge.json; all that are enabled when none is given')
    .option('-m, --message <text>', 'commit message')
    .option('-n, --dry-run', 'show what would change and write nothing')
    .option('-y, --yes', 'confirm deletions and replacements that this plan holds')
    .option('--only <glob>', 'only items whose path matches')
    .action((names: readonly string[], options: RunOptions, command: Command) =>
      start(command, async (session) => {
        const bindings = await chosen(session, names, direction);
        if (options.dryRun === true) return showPlans(session, bindings, { direction, only: options.only });
        const runs = await runAll(session, bindings, direction, options);
        await session.print({ bindings: runs }, (colours) => printRuns(runs, colours));
        return worst(runs.map(exitCodeOfRun));
      }),
    );
}

async function chosen(
  session: Session,
  names: readonly string[],
  direction: Direction,
): Promise<readonly Binding[]> {
  const fits = (binding: Binding): boolean =>
    direction === 'both' || binding.direction === 'both' || binding.direction === direction;
  const bindings = await session.bindings(names, fits);
  if (bindings.length === 0) throw new NothingToRunError((await session.configuration()).file, direction);
  return bindings;
}

async function runAll(
  session: Session,
  bindings: readonly Binding[],
  direction: Direction,
  options: RunOptions,
): Promise<readonly BindingRun[]> {
  const title = { export: 'Export', import: 'Import', both: 'Sync' }[direction];
  const run = (binding: Binding, progress: Progress, confirm?: string | true): Promise<BindingRun> =>
    tryBinding(session, binding, async (engine) => ({
      name: binding.name,
      ...(await engine.run({
        direction,
        message: options.message,
        confirm,
        only: options.only,
        progress,
        signal: session.surroundings.signal,
      })),
    }));
  const steps = (
    chosenBindings: readonly Binding[],
    confirm: (binding: Binding) => string | true | undefined,
  ) =>
    chosenBindings.map((binding) => ({
      title: `${title} ${binding.name}`,
      work: (progress: Progress) => run(binding, progress, confirm(binding)),
      failed: (result: BindingRun) => result.error !== undefined,
    }));
  const runs = await withProgress(
    session,
    steps(bindings, () => (options.yes === true ? true : undefined)),
  );
  const hashes = await confirmed(session, runs);
  const again = bindings.filter(({ name }) => hashes.has(name));
  const seconds = await withProgress(
    session,
    steps(again, ({ name }) => hashes.get(name)),
  );
  return runs.map((first) => seconds.find(({ name }) => name === first.name) ?? first);
}

/**
 * Asks about each plan that waits for a confirmation; the hashes that were agreed to, by binding. Who leaves a
 * question agrees to nothing.
 */
async function confirmed(
  session: Session,
  runs: readonly BindingRun[],
): Promise<ReadonlyMap<string, string>> {
  const { confirm } = session.surroundings;
  const agreed = new Map<string, string>();
  if (confirm === undefined || session.options.json === true) return agreed;
  for (const { name, error } of runs) {
    const hash = error?.data['hash'];
    if (error === undefined || typeof hash !== 'string') continue;
    const answer = await confirm(`${name}: ${plainText(error.message)}\nDo it?`);
    if (answer === undefined) return new Map();
    if (answer) agreed.set(name, hash);
  }
  return agreed;
}
