import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { UsageError } from '../../errors/usageErrors.js';
import { environmentStateRoot } from '../../node/environmentStateRoot.js';
import { errorCode, isErrorCode } from '../../node/errorCode.js';
import { exitCodes } from '../exitCodes.js';
import { dataFolder } from '../service/dataFolder.js';
import { firstToken } from '../service/firstToken.js';
import { holdDataFolder } from '../service/holdDataFolder.js';
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
        const { logger, surroundings } = session;
        const { environment, directory, output, messages, signal } = surroundings;
        const folder = dataFolder(
          options.data === undefined
            ? join(environmentStateRoot(environment), 'serve')
            : resolve(directory, options.data),
        );
        await makeFolder(folder.root);
        const held = await holdDataFolder(folder, logger);
        try {
          const store = await openStore(folder.platform);
          await firstToken(store, folder);
          const service = await listening(options, startService({ store, folder, ...options, logger }));
          try {
            await output.write(`${JSON.stringify({ listening: service.url })}\n`);
            await messages.write(`The token is in ${folder.tokenFile}. Stop with Ctrl-C.\n`);
            if (!signal.aborted) await once(signal, 'abort');
          } finally {
            await service.stop();
          }
        } finally {
          await held.release();
        }
        return exitCodes.done;
      }),
    );
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (isErrorCode(error, 'EEXIST', 'ENOTDIR')) throw new UsageError(`${path} is not a folder.`);
    throw error;
  }
}

/** Why an address cannot be listened at (listen(2), getaddrinfo(3)). */
const refusals: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is in use; choose another --port, or leave it out',
  EACCES: 'the port needs more rights; choose a --port from 1024',
  EADDRNOTAVAIL: 'it is no address of this machine; choose another --host',
  ENOTFOUND: 'there is no such host; choose another --host',
  EAI_AGAIN: 'the host could not be looked up; choose another --host',
};

async function listening<T>({ host, port }: ServeOptions, started: Promise<T>): Promise<T> {
  try {
    return await started;
  } catch (error) {
    const refusal = refusals[errorCode(error) ?? ''];
    if (refusal === undefined) throw error;
    throw new UsageError(`Cannot listen at ${host}, port ${port}: ${refusal}.`);
  }
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/u.test(text) || number > 65_535)
    throw new InvalidArgumentError('It must be a number up to 65535.');
  return number;
}
