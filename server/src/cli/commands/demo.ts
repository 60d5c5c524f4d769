import { join } from 'node:path';
import type { Command } from 'commander';
import { conflictPart } from '../demo/conflictPart.js';
import { setStage } from '../demo/DemoStage.js';
import type { DemoStage } from '../demo/DemoStage.js';
import { exportPart } from '../demo/exportPart.js';
import { gitEditPart } from '../demo/gitEditPart.js';
import { importPart } from '../demo/importPart.js';
import { Narrator } from '../demo/Narrator.js';
import { quietPart } from '../demo/quietPart.js';
import { exitCodes } from '../exitCodes.js';
import { shellQuote } from '../output/shellQuote.js';
import type { Session } from '../Session.js';
import type { Start } from '../Start.js';

const parts = [exportPart, gitEditPart, importPart, quietPart, conflictPart];

/** `docbridge demo`: the main job on embedded parts, end to end, without any account. */
export function addDemo(program: Command, start: Start): void {
  program
    .command('demo')
    .description('play the main job through on this machine alone, without any account')
    .option('--keep <dir>', 'leave platform and repository in a new or empty folder')
    .action((options: { readonly keep?: string }, command: Command) =>
      start(command, (session) => playDemo(session, options.keep)),
    );
}

async function playDemo(session: Session, keep: string | undefined): Promise<number> {
  const { output, directory, signal } = session.surroundings;
  const narrator = new Narrator(output, session.colours);
  const stage = await setStage({ keep, directory, logger: session.logger, signal });
  try {
    for (const play of parts) {
      signal.throwIfAborted();
      await play({ stage, narrator, signal });
    }
    await output.write(
      `\n${session.colours.bold(session.colours.green('Done.'))} ${farewell(stage, keep, session.surroundings.program)}\n`,
    );
  } finally {
    await stage.clear();
  }
  return exitCodes.done;
}

function farewell(stage: DemoStage, keep: string | undefined, program: string): string {
  if (keep === undefined) {
    return [
      'Everything ran on this machine; nothing of it is left.',
      'Keep it for a look:  npm start -- --keep DIR',
      'With your own:       write a docbridge.json (README.md shows one), then run "plan"',
    ].join('\n');
  }
  const { port } = new URL(stage.url);
  const workspace = shellQuote(join(stage.root, 'workspace'));
  const state = shellQuote(join(stage.root, 'state'));
  return [
    `Platform, repository and a clone are in ${stage.root}.`,
    '',
    'Serve them again, and leave that running:',
    `  ${program} serve --data ${shellQuote(stage.root)} --port ${port}`,
    '',
    'Open them in VS Code with the extension:',
    `  DOCBRIDGE_STATE=${state} code ${workspace}`,
    `  The token it asks for, for the platform and for Git, is in ${join(stage.root, 'token')}`,
    '',
    'Or on the command line:',
    `  cd ${workspace}`,
    `  export DOCBRIDGE_STATE=${state}`,
    `  export DOCBRIDGE_PLATFORM_ORIGIN=${stage.url} DOCBRIDGE_GIT_ORIGIN=${stage.url}`,
    '  export DOCBRIDGE_PLATFORM_TOKEN=$(cat ../token) DOCBRIDGE_GIT_TOKEN=$(cat ../token)',
    `  ${program} status`,
  ].join('\n');
}
