import { resolve } from 'node:path';
import { UsageError } from '../errors/usageErrors.js';
import { isErrorCode } from '../node/errorCode.js';
import type { Session } from './Session.js';

/** The text of a file that was named on the command line, byte for byte. Throws `UsageError`. */
export async function readNamedFile(session: Session, file: string): Promise<string> {
  const path = resolve(session.surroundings.directory, file);
  try {
    const bytes = await session.fileSystem.read(path);
    if (bytes === undefined) throw new UsageError(`${path} does not exist.`);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (isErrorCode(error, 'EISDIR')) throw new UsageError(`${path} is a folder; name a file.`);
    if (error instanceof TypeError) throw new UsageError(`${path} is not UTF-8 text.`);
    throw error;
  }
}
