import type { Notice } from '../convert/conversion.js';

/** How one item stands against Git and the base. */
export type ItemState =
  | 'in-sync'
  | 'platform-changed'
  | 'git-changed'
  | 'both-changed'
  | 'conflict'
  | 'not-in-git'
  | 'not-on-platform'
  | 'unknown';

/** One file or folder of the projection. */
export interface WorkspaceEntry {
  /** Relative to the binding, `/`-separated; the same path as in the repository's directory. */
  readonly path: string;
  readonly kind: 'document' | 'app' | 'folder' | 'file';
  /** The platform's id; absent for derived files such as `.meta/meta.json`. */
  readonly id?: string;
  readonly title: string;
  readonly order: number | null;
  readonly revision: string;
  /** Milliseconds since 1970 of the last change on the platform; 0 when unknown. */
  readonly modified: number;
  readonly state: ItemState;
  readonly readOnly: boolean;
}

export interface WorkspaceFile {
  readonly text: string;
  readonly revision: string;
  readonly readOnly: boolean;
  readonly notices: readonly Notice[];
}

interface Options {
  readonly signal?: AbortSignal | undefined;
}

/**
 * The platform's side of a binding as a file tree: the same projection that an export writes. Writes are
 * conditional: `StaleRevisionError` when the item moved on, and nothing is overwritten.
 */
export interface Workspace {
  /** `refresh: false` answers from memory when something is there. */
  list(options?: Options & { readonly refresh?: boolean }): Promise<readonly WorkspaceEntry[]>;
  read(path: string, options?: Options): Promise<WorkspaceFile>;
  /** The file as Git holds it at the branch's head, or as both sides last agreed; `undefined`: not there. */
  readSide(side: 'git' | 'base', path: string, options?: Options): Promise<string | undefined>;
  /** Converts and writes; `ifRevision` is what the text was read at. */
  write(
    path: string,
    text: string,
    options: Options & { readonly ifRevision: string },
  ): Promise<WorkspaceFile>;
  /** Creates a document from a Markdown text; missing parent folders are made. */
  create(path: string, text: string, options?: Options): Promise<WorkspaceFile>;
  createFolder(path: string, options?: Options): Promise<void>;
  /** Renames (title) and moves (parent) a document, app or folder. */
  move(from: string, to: string, options?: Options): Promise<void>;
  /** Moves to the platform's trash. */
  remove(path: string, options?: Options): Promise<void>;
}
