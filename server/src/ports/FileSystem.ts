/** One name in a directory. */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

/**
 * The files of the state folder. Every call that changes something is one durable step: it has happened
 * whole, or not at all. Paths are absolute, in the host's own form. "Not there" is `undefined`.
 */
export interface FileSystem {
  read(path: string): Promise<Uint8Array | undefined>;
  /** Replaces the file atomically (exclusive temporary file, fsync, rename) and makes missing parents. */
  write(path: string, bytes: Uint8Array, options?: { readonly mode?: number }): Promise<void>;
  /** Creates the file; `false`, without touching it, when it exists already. */
  create(path: string, bytes: Uint8Array): Promise<boolean>;
  /** Removes a file or a whole directory; nothing happens when it is not there. */
  remove(path: string): Promise<void>;
  /** Names in a directory in code unit order; empty when it is not there. */
  list(path: string): Promise<readonly DirectoryEntry[]>;
}
