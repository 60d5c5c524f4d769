import { randomBytes } from 'node:crypto';
import { promises } from 'node:fs';
import type { Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The part of Node's promise file system that the object store uses. */
export interface GitFileSystem {
  readonly promises: {
    readFile(path: string, options?: unknown): Promise<Uint8Array | string>;
    writeFile(path: string, data: Uint8Array | string, options?: unknown): Promise<void>;
    mkdir(path: string, options?: unknown): Promise<void>;
    rmdir(path: string): Promise<void>;
    unlink(path: string): Promise<void>;
    readdir(path: string): Promise<string[]>;
    stat(path: string): Promise<Stats>;
    lstat(path: string): Promise<Stats>;
    readlink(path: string): Promise<string>;
    symlink(target: string, path: string): Promise<void>;
    rm(path: string): Promise<void>;
  };
}

/**
 * Node's file system for isomorphic-git, with a `writeFile` that has happened whole or not at all: exclusive
 * temporary file in the same folder, fsync, rename, fsync of the folder. isomorphic-git alone writes in place,
 * and an object that a kill left empty would never be written again.
 */
export class AtomicFs implements GitFileSystem {
  readonly promises: GitFileSystem['promises'] = {
    readFile: (path, options) => promises.readFile(path, options as Parameters<typeof promises.readFile>[1]),
    writeFile: (path, data) => writeAtomically(path, data),
    mkdir: async (path) => {
      await promises.mkdir(path, { mode: 0o700 });
    },
    rmdir: (path) => promises.rmdir(path),
    unlink: (path) => promises.unlink(path),
    readdir: (path) => promises.readdir(path),
    stat: (path) => promises.stat(path),
    lstat: (path) => promises.lstat(path),
    readlink: (path) => promises.readlink(path),
    symlink: (target, path) => promises.symlink(target, path),
    rm: (path) => promises.rm(path, { recursive: true, force: true }),
  };
}

async function writeAtomically(path: string, data: Uint8Array | string): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.tmp-${randomBytes(8).toString('hex')}-${basename(path).slice(0, 64)}`);
  try {
    const file = await promises.open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await promises.rename(temporary, path);
  } catch (error) {
    await promises.rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await promises.open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
