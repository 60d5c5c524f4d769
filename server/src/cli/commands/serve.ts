import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { environmentStateRoot } from '../../node/environmentStateRoot.js';
import { exitCodes } from '../exitCodes.js';
import { dataFolder } from '../service/dataFolder.js';
import { firstToken } from '../service/firstToken.js';
import { openStore } from '../service/openStore.js';
import { startService } from '../service/startService.js';
import type { Start } from '../Start.js';

interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
}

/** `docbridge serve`: the embedded platform and its repositories, until the process is asked to stop. */
export function addServe(program: Command, start: Start): void {
  program
    .command('serve')
    .description('serve the embedded platform and its Git repositories until Ctrl-C')
    .option('--port <n>', 'port; chosen by the system by default', port, 0)
    .option('--host <address>', 'address to listen at', '127.0.0.1')
    .option('--data <dir>', 'folder that holds everything, such as one that "demo --keep" left')
    .action((options: ServeOptions, command: Command) =>
      start(command, async (session) => {
        const { environment, directory, output, messages, signal } = session.surroundings;
        const folder = dataFolder(
          options.data === undefined
            ? join(environmentStateRoot(environment), 'serve')
            : resolve(directory, options.data),
        );
        const store = await openStore(folder.platform);
        await firstToken(store, folder);
        const service = await startService({ store, folder, ...options, logger: session.logger });
        try {
          await output.write(`${JSON.stringify({ listening: service.url })}\n`);
          await messages.write(`The token is in ${folder.tokenFile}. Stop with Ctrl-C.\n`);
          if (!signal.aborted) await once(signal, 'abort');
        } finally {
          await service.stop();
        }
        return exitCodes.done;
      }),
    );
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/u.test(text) || number > 65_535)
    throw new InvalidArgumentError('It must be a number up to 65535.');
  return number;
}
