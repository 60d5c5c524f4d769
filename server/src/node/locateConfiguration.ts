import { dirname, join, resolve } from 'node:path';
import { ConfigurationError } from '../errors/usageErrors.js';
import { isErrorCode } from './errorCode.js';
import { listReadable } from './listReadable.js';
import type { FileSystem } from '../ports/FileSystem.js';
import type { Configuration } from '../config/Configuration.js';
import { parseConfiguration } from '../config/parseConfiguration.js';

/** Name of the file at the root of a workspace folder. */
export const configurationFileName = 'docbridge.json';

/**
 * The nearest docbridge.json: in `directory` or in a folder around it, not beyond the root of the checkout
 * (the first folder that holds `.git`). `undefined`: there is none.
 */
export async function locateConfiguration(
  fileSystem: FileSystem,
  directory: string,
): Promise<string | undefined> {
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    const names = (await listReadable(fileSystem, folder)).map(({ name }) => name);
    if (names.includes(configurationFileName)) return join(folder, configurationFileName);
    if (names.includes('.git') || folder === dirname(folder)) return undefined;
  }
}

/**
 * Reads the configuration in `file`, or the nearest one to `directory` when no file is named. Throws
 * `ConfigurationError`, also when there is none.
 */
export async function loadConfiguration(
  fileSystem: FileSystem,
  where: { readonly file?: string | undefined; readonly directory: string },
): Promise<Configuration> {
  const file =
    where.file === undefined
      ? await locateConfiguration(fileSystem, where.directory)
      : resolve(where.directory, where.file);
  if (file === undefined) {
    throw new ConfigurationError(join(where.directory, configurationFileName), [
      'it does not exist, here or in a folder above; name one with --config, or try "docbridge demo"',
    ]);
  }
  return parseConfiguration(await textOf(fileSystem, file), file);
}

async function textOf(fileSystem: FileSystem, file: string): Promise<string> {
  try {
    const bytes = await fileSystem.read(file);
    if (bytes === undefined) throw new ConfigurationError(file, ['it does not exist']);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (isErrorCode(error, 'EISDIR')) {
      throw new ConfigurationError(file, ['it is a folder; name the file in it']);
    }
    if (error instanceof TypeError) throw new ConfigurationError(file, ['it is not UTF-8 text']);
    throw error;
  }
}
