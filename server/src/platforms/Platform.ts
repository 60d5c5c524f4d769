import type { Json, Dialect, TiptapDocument } from '../convert/tiptap.js';

export type PlatformKind = 'embedded' | 'ondoki' | 'tooljet' | 'gitbook' | 'coregit' | 'outline' | 'docmost';

/** Kinds that a platform lists. Assets are reached through `getAttachment`. */
export type EntryKind = 'document' | 'folder' | 'app';

/** What a platform can do with one kind of item. The engine handles what is missing; a platform never pretends. */
export interface Capabilities {
  /** `json`: TipTap JSON of `dialect`; `markdown`: text; `app`: app JSON; `git-import`: reads Git itself. */
  readonly read: 'json' | 'markdown' | 'app';
  readonly write: 'json' | 'markdown' | 'app' | 'git-import' | 'none';
  readonly conditionalWrite: 'revision' | 'etag' | 'none';
  readonly updateInPlace: boolean;
  readonly folders: 'folders' | 'pages-as-folders' | 'none';
  readonly order: 'integer' | 'fractional' | 'index' | 'none';
  readonly trash: boolean;
  readonly attachments: boolean;
  readonly changes: 'cursor' | 'poll' | 'none';
  readonly lock: boolean;
  readonly versions: boolean;
  readonly roles: boolean;
  /** Takes our raw atoms and attributes (else a declared downgrade is written). */
  readonly extendedSchema: boolean;
}

/** Who the credential belongs to. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isAdmin: boolean;
}

/** A project, space or workspace that a binding can name. */
export interface Subject {
  readonly id: string;
  readonly slug?: string;
  readonly name: string;
}

export type PlatformContent =
  | { readonly form: 'json'; readonly doc: TiptapDocument }
  | { readonly form: 'markdown'; readonly text: string }
  | { readonly form: 'app'; readonly envelope: Json; readonly version: AppVersion };

export interface AppVersion {
  readonly id: string;
  readonly name: string;
}

/** One item of a listing. */
export interface PlatformEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly title: string;
  /** `null` at the root. */
  readonly parentId: string | null;
  /** Position among its siblings, smallest first; `null` where the platform has no order. */
  readonly order: number | null;
  /** Opaque, compared for equality alone; covers content, title, parent and order. */
  readonly revision: string;
  readonly private: boolean;
  readonly icon?: string;
  /** ISO 8601, for display alone. */
  readonly updatedAt?: string;
  /** Apps: the version that is exported. */
  readonly version?: AppVersion;
  /** Present when the listing brings it anyway. */
  readonly content?: PlatformContent;
}

/** An item with its content; folders have none. */
export interface PlatformItem extends PlatformEntry {
  readonly content: PlatformContent;
}

export interface NewItem {
  readonly kind: EntryKind;
  readonly title: string;
  readonly parentId: string | null;
  readonly order?: number;
  readonly private?: boolean;
  /** Absent for folders alone. */
  readonly content?: PlatformContent;
}

/** One step of a change feed. */
export interface PlatformChange {
  readonly kind: 'upsert' | 'trash';
  readonly id: string;
  /** Pass it to `changes` to go on from here. */
  readonly cursor: string;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * One platform, reached with one credential, for documents and apps alike. Every call rejects with one of
 * `PlatformAuthError`, `PlatformForbiddenError`, `PlatformNotFoundError`, `StaleRevisionError`,
 * `ItemLockedError`, `RateLimitedError`, `PlatformRejectedError`, `PlatformFailureError`, `NetworkError`,
 * `CancelledError`. Reads and idempotent calls are retried inside (Retry-After honoured); writes are not.
 */
export interface Platform {
  readonly kind: PlatformKind;
  readonly dialect: Dialect;
  /** What it can do with each kind; a kind that is absent is not offered. */
  readonly capabilities: { readonly document?: Capabilities; readonly app?: Capabilities };
  /** Signs in and says who we are. Never logs or returns the credential. */
  connect(options?: CallOptions): Promise<Identity>;
  subjects(options?: CallOptions): AsyncIterable<Subject>;
  /** Every item that is not in the trash; parents before children. */
  list(subject: string, options?: CallOptions): AsyncIterable<PlatformEntry>;
  read(id: string, kind: EntryKind, options?: CallOptions): Promise<PlatformItem>;
  /** `idempotencyKey`: a second call with the same key does not create a second item. */
  create(
    subject: string,
    item: NewItem,
    options: CallOptions & { readonly idempotencyKey: string },
  ): Promise<PlatformEntry>;
  /** Replaces the content if the revision still is `ifRevision`; reads back. */
  update(
    id: string,
    content: PlatformContent,
    options: CallOptions & { readonly ifRevision: string },
  ): Promise<PlatformEntry>;
  rename(
    id: string,
    kind: EntryKind,
    title: string,
    options: CallOptions & { readonly ifRevision?: string },
  ): Promise<PlatformEntry>;
  move(
    id: string,
    kind: EntryKind,
    to: { readonly parentId: string | null; readonly order?: number },
    options: CallOptions & { readonly ifRevision?: string },
  ): Promise<PlatformEntry>;
  /** Moves to the platform's trash; never a permanent delete. */
  trash(id: string, kind: EntryKind, options: CallOptions & { readonly ifRevision?: string }): Promise<void>;
  /** What changed since `cursor` (`null`: from now on; yields nothing but a cursor). */
  changes(subject: string, cursor: string | null, options?: CallOptions): AsyncIterable<PlatformChange>;
  /** `reference`: the `src` as it stands in a document. */
  getAttachment(
    reference: string,
    options?: CallOptions,
  ): Promise<{ readonly bytes: Uint8Array; readonly mime: string; readonly name: string }>;
  putAttachment(
    subject: string,
    file: { readonly name: string; readonly mime: string; readonly bytes: Uint8Array },
    options?: CallOptions,
  ): Promise<{ readonly reference: string }>;
}
