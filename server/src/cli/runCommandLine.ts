import { Command, CommanderError } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { addCheck } from './commands/check.js';
import { addConflicts } from './commands/conflicts.js';
import { addConvert } from './commands/convert.js';
import { addDemo } from './commands/demo.js';
import { addExport } from './commands/export.js';
import { addHistory } from './commands/history.js';
import { addImport } from './commands/import.js';
import { addPlan } from './commands/plan.js';
import { addResolve } from './commands/resolve.js';
import { addServe } from './commands/serve.js';
import { addStatus } from './commands/status.js';
import { addSync } from './commands/sync.js';
import { UsageError } from '../errors/usageErrors.js';
import { exitCodeOfError, exitCodes } from './exitCodes.js';
import { Session } from './Session.js';
import type { GlobalOptions } from './Session.js';
import type { Start } from './Start.js';
import type { Surroundings } from './Surroundings.js';

const commands = [
  addDemo,
  addExport,
  addImport,
  addSync,
  addPlan,
  addStatus,
  addHistory,
  addConflicts,
  addResolve,
  addCheck,
  addConvert,
  addServe,
];

const exitCodeHelp = `
Exit codes: 0 done or nothing to do, 1 conflicts or findings, 2 usage or configuration,
3 sign-in or permission, 4 network or platform, 5 internal, 130 cancelled`;

/** Runs the command line: parses `args`, does the work, answers the exit code. Never rejects. */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let code: number = exitCodes.done;
  const start: Start = async (command, work) => {
    const session = new Session(surroundings, command.optsWithGlobals<GlobalOptions>());
    try {
      code = await work(session);
    } catch (error) {
      const json = session.errorJson(error);
      await session.printError(json);
      code = exitCodeOfError(json);
    }
  };
  const written: Promise<void>[] = [];
  const program = new Command('docbridge')
    .description('Keeps remote documents and low-code apps in step with a Git repository, both ways.')
    .version(packageJson.version)
    .option('-c, --config <file>', 'configuration; by default the nearest docbridge.json')
    .option('--json', 'print one JSON document')
    .option('-v, --verbose', 'say on standard error what is being done')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', exitCodeHelp)
    .configureOutput({
      writeOut: (text) => void written.push(surroundings.output.write(text)),
      writeErr: (text) => void written.push(surroundings.messages.write(text)),
      getOutHasColors: () => surroundings.output.hasColours,
      getErrHasColors: () => surroundings.messages.hasColours,
    })
    .showHelpAfterError('(docbridge --help lists the commands)')
    .exitOverride();
  for (const add of commands) add(program, start);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    code = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    // For people it stands on standard error already.
    if (code !== exitCodes.done && program.opts<GlobalOptions>().json === true)
      await surroundings.output.write(`${JSON.stringify({ error: usageError(error) })}\n`);
  }
  await Promise.all(written);
  return code;
}

function usageError({ code, message }: CommanderError): UsageError {
  return new UsageError(
    code === 'commander.help'
      ? 'Name a command; docbridge --help lists them.'
      : message.replace(/^error: /u, ''),
  );
}
