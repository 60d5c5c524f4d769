import type { DirectoryEntry, FileSystem } from '../ports/FileSystem.js';
import { isErrorCode } from './errorCode.js';

/**
 * Names in a folder; empty where they may not be seen. For a walk up to the root, which may pass folders of
 * others (`/home` with mode 0711).
 */
export async function listReadable(
  fileSystem: FileSystem,
  folder: string,
): Promise<readonly DirectoryEntry[]> {
  try {
    return await fileSystem.list(folder);
  } catch (error) {
    if (isErrorCode(error, 'EACCES', 'EPERM')) return [];
    throw error;
  }
}
