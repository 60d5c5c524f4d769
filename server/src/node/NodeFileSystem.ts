import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import type { DirectoryEntry, FileSystem } from '../ports/FileSystem.js';
import { isErrorCode } from './errorCode.js';
import { syncDirectory } from './syncDirectory.js';

const temporaryPrefix = '.docbridge-tmp-';
const directoryMode = 0o700;
const fileMode = 0o600;

/**
 * The state folder on a local disk. Files get mode 0600 and directories 0700 unless told otherwise. A kill
 * at any moment leaves the old or the new content; temporary files that it leaves behind are never listed.
 */
export class NodeFileSystem implements FileSystem {
  async read(path: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(path);
    } catch (error) {
      if (isErrorCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
      throw error;
    }
  }

  async write(path: string, bytes: Uint8Array, options: { readonly mode?: number } = {}): Promise<void> {
    const temporary = await this.#writeTemporary(path, bytes, options.mode ?? fileMode);
    try {
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await syncDirectory(dirname(path));
  }

  async create(path: string, bytes: Uint8Array): Promise<boolean> {
    const temporary = await this.#writeTemporary(path, bytes, fileMode);
    try {
      await link(temporary, path);
    } catch (error) {
      if (isErrorCode(error, 'EEXIST')) return false;
      if (!isErrorCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error;
      // FAT and some network disks have no hard links: the exclusive open still decides who was first.
      if (!(await createInPlace(path, bytes))) return false;
    } finally {
      await rm(temporary, { force: true });
    }
    await syncDirectory(dirname(path));
    return true;
  }

  async remove(path: string): Promise<void> {
    const doomed = temporaryBeside(path);
    try {
      await rename(path, doomed);
    } catch (error) {
      if (isErrorCode(error, 'ENOENT', 'ENOTDIR')) return;
      throw error;
    }
    await syncDirectory(dirname(path));
    await rm(doomed, { recursive: true, force: true });
  }

  async list(path: string): Promise<readonly DirectoryEntry[]> {
    try {
      const entries = await readdir(path, { withFileTypes: true });
      return entries
        .filter((entry) => !entry.name.startsWith(temporaryPrefix))
        .map((entry) => ({
          name: entry.name,
          kind: entry.isDirectory() ? ('directory' as const) : ('file' as const),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if (isErrorCode(error, 'ENOENT', 'ENOTDIR')) return [];
      throw error;
    }
  }

  async #writeTemporary(path: string, bytes: Uint8Array, mode: number): Promise<string> {
    await makeDirectory(dirname(path));
    const temporary = temporaryBeside(path);
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } catch (error) {
      await file.close();
      await rm(temporary, { force: true });
      throw error;
    }
    await file.close();
    return temporary;
  }
}

function temporaryBeside(path: string): string {
  return join(
    dirname(path),
    `${temporaryPrefix}${randomBytes(8).toString('hex')}-${basename(path).slice(0, 64)}`,
  );
}

async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: directoryMode });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncDirectory(dirname(made));
}

async function createInPlace(path: string, bytes: Uint8Array): Promise<boolean> {
  let file;
  try {
    file = await open(path, 'wx', fileMode);
  } catch (error) {
    if (isErrorCode(error, 'EEXIST')) return false;
    throw error;
  }
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return true;
}
