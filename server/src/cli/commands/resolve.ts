import { Option } from 'commander';
import type { Command } from 'commander';
import { UsageError } from '../../errors/usageErrors.js';
import type { Resolution } from '../../sync/runs.js';
import { exitCodeOfRun, worst } from '../exitCodes.js';
import type { BindingRun } from '../output/BindingRun.js';
import { printRuns } from '../output/printRuns.js';
import { readNamedFile } from '../readNamedFile.js';
import type { Session } from '../Session.js';
import type { Start } from '../Start.js';
import { withProgress } from '../withProgress.js';
import { tryBinding } from './eachBinding.js';

interface ResolveOptions {
  readonly keep?: 'platform' | 'git' | 'both';
  readonly file?: string;
  readonly message?: string;
}

/** `docbridge resolve`: closes one conflict. */
export function addResolve(program: Command, start: Start): void {
  program
    .command('resolve')
    .description('close one conflict: keep a side, both, or the text of a file')
    .argument('<binding>', 'name in docbridge.json')
    .argument('<id>', 'id of the conflict, as `docbridge conflicts` shows it')
    .addOption(new Option('--keep <side>', 'which version stays').choices(['platform', 'git', 'both']))
    .option('--file <file>', 'the merged text')
    .option('-m, --message <text>', 'commit message')
    .action((name: string, id: string, options: ResolveOptions, command: Command) =>
      start(command, async (session) => {
        const resolution = await resolutionOf(session, options);
        const bindings = await session.bindings([name]);
        const runs = await withProgress<BindingRun>(
          session,
          bindings.map((binding) => ({
            title: `Resolve ${id}`,
            work: (progress) =>
              tryBinding(session, binding, async (engine) => ({
                name: binding.name,
                ...(await engine.resolve(id, resolution, {
                  message: options.message,
                  progress,
                  signal: session.surroundings.signal,
                })),
              })),
            failed: ({ error }) => error !== undefined,
          })),
        );
        await session.print({ bindings: runs }, (colours) => printRuns(runs, colours));
        return worst(runs.map(exitCodeOfRun));
      }),
    );
}

async function resolutionOf(session: Session, { keep, file }: ResolveOptions): Promise<Resolution> {
  if ((keep === undefined) === (file === undefined)) {
    throw new UsageError('Give either --keep platform|git|both or --file FILE.');
  }
  if (keep !== undefined) return { keep };
  return { keep: 'text', text: await readNamedFile(session, file ?? '') };
}
