import type { Json, TiptapDocument } from '../../convert/tiptap.js';

/** What a project of the embedded platform can be seeded with. `seedSampleContent` writes it into a store. */
export interface SampleContent {
  readonly project: { readonly name: string; readonly slug: string };
  readonly users: readonly SampleUser[];
  /** Root of the tree: its folders and documents stand at the root of the project; its name is not used. */
  readonly root: SampleFolder;
  readonly images: readonly SampleImage[];
  readonly apps: readonly SampleApp[];
}

export interface SampleUser {
  readonly name: string;
  readonly email: string;
  readonly role: 'admin' | 'member';
  /** For signing in to the app API by e-mail and password; without it only tokens work. */
  readonly password?: string;
}

/** A folder; `documents` come before `folders` in the order of the project, each in array order. */
export interface SampleFolder {
  readonly name: string;
  /** An emoji. */
  readonly icon?: string;
  readonly folders: readonly SampleFolder[];
  readonly documents: readonly SampleDocument[];
}

/**
 * A document. In `doc`, an image's `src` is `image:<key of an image>` and a link's `href` to another
 * document is `doc:<key of a document>`; seeding puts the real URLs in their place.
 */
export interface SampleDocument {
  /** Unique in the content. */
  readonly key: string;
  readonly title: string;
  /** Seen by its owner alone; absent means false. */
  readonly private?: boolean;
  readonly doc: TiptapDocument;
}

export interface SampleImage {
  /** Unique in the content. */
  readonly key: string;
  readonly fileName: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** An app with one version; `envelope` is ToolJet's export file (`{tooljet_database?, app, tooljet_version}`). */
export interface SampleApp {
  readonly name: string;
  readonly slug: string;
  readonly versionName: string;
  readonly envelope: Json;
}
