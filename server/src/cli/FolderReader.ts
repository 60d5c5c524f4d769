import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckReader } from '../language/checkFolder.js';
import { isErrorCode } from '../node/errorCode.js';

const skipped = new Set(['node_modules']);

/** The files of a folder on disk. Links are not followed; hidden folders are left out, `.meta` excepted. */
export class FolderReader implements CheckReader {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async exists(): Promise<boolean> {
    try {
      return (await stat(this.#folder)).isDirectory();
    } catch (error) {
      if (isErrorCode(error, 'ENOENT', 'ENOTDIR')) return false;
      throw error;
    }
  }

  list(): AsyncGenerator<string> {
    return this.#list('');
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(join(this.#folder, path));
    } catch (error) {
      if (isErrorCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return undefined;
      throw error;
    }
  }

  async *#list(directory: string): AsyncGenerator<string> {
    const entries = await readdir(join(this.#folder, directory), { withFileTypes: true });
    for (const entry of entries) {
      const path = directory === '' ? entry.name : `${directory}/${entry.name}`;
      if (entry.isFile()) yield path;
      else if (entry.isDirectory() && isOpen(entry.name)) yield* this.#list(path);
    }
  }
}

function isOpen(name: string): boolean {
  return name === '.meta' || !(name.startsWith('.') || skipped.has(name));
}
