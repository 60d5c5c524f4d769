import { Accounts } from './Accounts.js';
import { Apps } from './Apps.js';
import { Documents } from './Documents.js';
import { DocumentVersions } from './DocumentVersions.js';
import { Folders } from './Folders.js';
import { Images } from './Images.js';
import { StoreState, type StoreOptions } from './StoreState.js';

/** The embedded platform's data. Open it with `openEmbeddedStore`. */
export class EmbeddedStore {
  readonly accounts: Accounts;
  readonly folders: Folders;
  readonly documents: Documents;
  readonly images: Images;
  readonly apps: Apps;
  /** The records themselves, for listings and for seeding. */
  readonly state: StoreState;

  constructor(state: StoreState, toolJetVersion: string) {
    this.state = state;
    this.accounts = new Accounts(state);
    this.folders = new Folders(state, this.accounts);
    this.documents = new Documents(state, this.accounts, new DocumentVersions(state));
    this.images = new Images(state);
    this.apps = new Apps(state, toolJetVersion);
  }

  /** Waits for the writes under way. The store needs no closing beyond that. */
  settled(): Promise<void> {
    return this.state.settled();
  }
}

/** Newer than every 3.20 (LTS) file, older than 3.21 with its other layout. */
const defaultToolJetVersion = '3.20.200-ee-lts';

/**
 * Opens the store in a directory and makes one where there is none. What a killed process left half done is
 * finished first. Rejects with `StateError` when the directory holds another format or a damaged file.
 */
export async function openEmbeddedStore(
  options: StoreOptions & { readonly toolJetVersion?: string },
): Promise<EmbeddedStore> {
  const state = new StoreState(options);
  await state.load();
  return new EmbeddedStore(state, options.toolJetVersion ?? defaultToolJetVersion);
}
