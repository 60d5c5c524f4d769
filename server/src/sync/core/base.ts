import type { Json } from '../../convert/tiptap.js';
import type { FileMode, Oid } from '../../git/Remote.js';
import type { AppVersion, EntryKind } from '../../platforms/Platform.js';

/** What both sides held of one item when they last agreed. */
export interface BaseItem {
  /** The platform's id. */
  readonly id: string;
  readonly kind: EntryKind;
  readonly title: string;
  readonly parentId: string | null;
  readonly order: number | null;
  readonly icon?: string;
  /** Revision on the platform. */
  readonly revision: string;
  /** Path relative to the binding's directory; folders too. */
  readonly path: string;
  /** Path that the projection gave then; another `path` was chosen by a person and stays. */
  readonly projected: string;
  /** Blob id and mode in Git; absent for folders and for items that Git does not hold. */
  readonly oid?: Oid;
  readonly mode?: FileMode;
  /** Apps: the version that was exported, and the stable key in meta.json. */
  readonly version?: AppVersion;
  readonly metaKey?: string;
  /** Apps: was replaced by a new one before, so a person agreed to that way of updating. */
  readonly replaced?: true;
  /** Apps: the old one that such an update left on the platform; it takes no part any more. */
  readonly retired?: true;
  /** Trashed on the platform, or deleted in Git, and kept on the other side by the deletion policy. */
  readonly kept?: 'git' | 'platform';
}

/** What both sides held when they last agreed. */
export interface Base {
  /** The commit of the branch; `null` before the first one. */
  readonly commit: Oid | null;
  readonly items: ReadonlyMap<string, BaseItem>;
}

/** The content of one item in both forms, kept so that unchanged blocks are never rewritten. */
export interface BaseContent {
  /** The file as Git holds it, UTF-8 decoded. */
  readonly text: string;
  /** The content as the platform holds it: a TipTap document, a Markdown text or an app envelope. */
  readonly platform: Json;
}

export const emptyBase: Base = { commit: null, items: new Map() };
