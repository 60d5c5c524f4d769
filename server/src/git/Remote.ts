/** Hex id of a Git object (SHA-1). */
export type Oid = string;

/** Modes of tree entries that are not trees. */
export type FileMode = '100644' | '100755' | '120000' | '160000';

/** One path of a snapshot. Paths are `/`-separated, relative to the root of the repository. */
export interface SnapshotEntry {
  readonly oid: Oid;
  readonly mode: FileMode;
}

/** What one commit holds. */
export interface Snapshot {
  readonly commit: Oid;
  readonly entries: ReadonlyMap<string, SnapshotEntry>;
}

/** One edit of a commit. `bytes` (new content) or `oid` (content that the parent already holds). */
export type FileChange =
  | { readonly op: 'write'; readonly path: string; readonly mode: FileMode; readonly bytes: Uint8Array }
  | { readonly op: 'place'; readonly path: string; readonly mode: FileMode; readonly oid: Oid }
  | { readonly op: 'delete'; readonly path: string };

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** Whole seconds since 1970; UTC is written. */
  readonly timestamp: number;
}

export interface CommitRequest {
  /** The head that was planned against; `undefined` creates the branch. */
  readonly parent: Oid | undefined;
  readonly changes: readonly FileChange[];
  readonly message: string;
  readonly author: Signature;
  readonly committer: Signature;
  readonly signal?: AbortSignal | undefined;
}

/** `moved`: somebody pushed meanwhile, nothing was written; plan again on `head`. */
export type CommitResult =
  | { readonly kind: 'committed'; readonly commit: Oid }
  | { readonly kind: 'moved'; readonly head: Oid | undefined };

/** Where the branch stands, and what else the repository has. */
export interface Head {
  /** `undefined`: the branch does not exist. */
  readonly commit: Oid | undefined;
  /** Names of all branches. */
  readonly branches: readonly string[];
  /** The repository's default branch and its tip, when it has one. */
  readonly defaultBranch?: { readonly name: string; readonly commit: Oid };
}

/** What `commitInfo` says about one commit. */
export interface CommitInfo {
  readonly oid: Oid;
  readonly message: string;
  readonly author: Signature;
}

/**
 * One branch of one Git repository. The engine sees only this; HTTPS, SSH and forge APIs implement it.
 * Rejects with `GitAuthError`, `RepositoryNotFoundError`, `PushDeniedError`, `GitFailureError`,
 * `NetworkError`, `ResponseTooLargeError`, `CancelledError`; `StateError` when the cache cannot be written.
 * Nothing is ever forced.
 */
export interface Remote {
  /** URL without user info, for messages. */
  readonly url: string;
  readonly branch: string;
  head(options?: { readonly signal?: AbortSignal | undefined }): Promise<Head>;
  /** All files of `commit` (which must have been seen as a head). */
  snapshot(commit: Oid, options?: { readonly signal?: AbortSignal | undefined }): Promise<Snapshot>;
  /** In any order; an unknown id rejects. */
  readBlobs(
    oids: Iterable<Oid>,
    options?: { readonly signal?: AbortSignal | undefined },
  ): AsyncIterable<{ readonly oid: Oid; readonly bytes: Uint8Array }>;
  /** `true` when `ancestor` is reachable from `commit`. */
  contains(
    commit: Oid,
    ancestor: Oid,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<boolean>;
  /** One commit on `parent`, pushed with compare-and-swap. */
  commit(request: CommitRequest): Promise<CommitResult>;
  /** Message and author of `commit` (which must have been seen as a head). */
  commitInfo(commit: Oid, options?: { readonly signal?: AbortSignal | undefined }): Promise<CommitInfo>;
  /** Closes connections and temporary files; the local cache stays. */
  dispose(): Promise<void>;
}
