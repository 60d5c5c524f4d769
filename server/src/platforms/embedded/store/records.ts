import type { Json } from '../../../convert/tiptap.js';

/** `admin` may do everything in a project; `member` may read and write documents and list apps. */
export type Role = 'admin' | 'member';

export type JsonObject = Readonly<Record<string, Json>>;

/** Every record is one JSON file `<collection>/<id>.json`; times are naive UTC with microseconds. */
export interface UserRecord {
  /** 16 letters and digits, as ondoki has it. */
  readonly id: string;
  /** The same user on the ToolJet side. */
  readonly uuid: string;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  /** `scrypt$<salt>$<hash>`; `null`: cannot sign in with a password. */
  readonly password: string | null;
}

/** `access` opens both APIs; `refresh` is good for a new access token alone. */
export type TokenKind = 'access' | 'refresh';

export interface TokenRecord {
  /** SHA-256 of the token, hex; the token itself is nowhere on disk. */
  readonly id: string;
  readonly kind: TokenKind;
  readonly userId: string;
  /** Milliseconds since 1970; `null`: for ever. */
  readonly expiresAt: number | null;
}

/** A project of ondoki, which is a workspace (organization) of ToolJet at the same time. */
export interface ProjectRecord {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly organizationId: string;
  readonly ownerId: string;
  readonly members: Readonly<Record<string, Role>>;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface FolderRecord {
  readonly id: string;
  readonly projectId: string;
  /** `null` at the root. */
  readonly parentId: string | null;
  readonly name: string;
  readonly icon: string | null;
  readonly position: number;
  readonly isPrivate: boolean;
  /** Set for private folders alone. */
  readonly ownerId: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface DocumentRecord {
  readonly id: string;
  readonly projectId: string;
  readonly folderId: string | null;
  readonly name: string | null;
  /** A TipTap `doc`, or `{}` for a document that never had content. */
  readonly content: JsonObject;
  readonly pageLayout: string;
  readonly position: number;
  readonly isPrivate: boolean;
  /** Set for private documents alone. */
  readonly ownerId: string | null;
  /** Grows with content alone. */
  readonly version: number;
  readonly lockedBy: string | null;
  readonly lockedAt: string | null;
  /** Set while it is in the trash. */
  readonly deletedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a document was before a content write. */
export interface VersionRecord {
  readonly id: string;
  readonly documentId: string;
  readonly versionNumber: number;
  readonly name: string | null;
  readonly content: JsonObject;
  readonly byteSize: number;
  readonly createdBy: string;
  readonly createdAt: string;
}

/** An app of ToolJet with the versions that its definition holds. */
export interface AppRecord {
  /** UUID; equal to `definition.appV2.id`. */
  readonly id: string;
  readonly organizationId: string;
  /** `uuid` of a user. */
  readonly userId: string;
  readonly name: string;
  readonly slug: string;
  /** ToolJet version that the definition was written for. */
  readonly toolJetVersion: string;
  /** `{appV2: {...}}` of the export file. */
  readonly definition: { readonly appV2: JsonObject };
  /** Tables of ToolJet's database that the app uses; `null`: the file had no such key. */
  readonly tables: readonly JsonObject[] | null;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}
