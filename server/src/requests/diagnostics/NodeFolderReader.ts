import { open, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FolderReader } from './FolderReader.js';

/** Larger files are no document or app that a person edits. */
const SIZE_LIMIT = 32 * 1024 * 1024;

/** Reads `file:` URIs from the disk. */
export class NodeFolderReader implements FolderReader {
  async names(
    uri: string,
  ): Promise<readonly { readonly name: string; readonly isFolder: boolean }[] | undefined> {
    return whenReadable(async () => {
      const path = pathOf(uri);
      if (path === undefined) return undefined;
      const entries = await readdir(path, { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
    });
  }

  async text(uri: string, limit = SIZE_LIMIT): Promise<string | undefined> {
    return whenReadable(async () => {
      const path = pathOf(uri);
      if (path === undefined) return undefined;
      const file = await open(path);
      try {
        const { size } = await file.stat();
        if (size > SIZE_LIMIT) return undefined;
        const bytes = Buffer.alloc(Math.min(size, limit));
        const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
        return new TextDecoder().decode(bytes.subarray(0, bytesRead));
      } finally {
        await file.close();
      }
    });
  }
}

function pathOf(uri: string): string | undefined {
  return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
}

/** For a check of its surroundings, a file that cannot be read is as good as not there. */
async function whenReadable<T>(read: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
