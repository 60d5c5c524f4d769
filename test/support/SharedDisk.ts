import { NodeFileSystem } from '../../server/src/node/NodeFileSystem.js';
import type { DirectoryEntry } from '../../server/src/ports/FileSystem.js';

/** A disk with a folder of somebody else, through which paths lead but whose names cannot be read. */
export class SharedDisk extends NodeFileSystem {
  readonly #closed: string;

  constructor(closed: string) {
    super();
    this.#closed = closed;
  }

  override list(path: string): Promise<readonly DirectoryEntry[]> {
    if (path !== this.#closed) return super.list(path);
    return Promise.reject(Object.assign(new Error('permission denied'), { code: 'EACCES' }));
  }
}
