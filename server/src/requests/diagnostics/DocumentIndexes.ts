import type { Profile } from '../../config/Configuration.js';
import { FolderIndex } from '../../language/FolderIndex.js';
import type { LanguageService } from '../../language/LanguageService.js';
import type { Logger } from '../../ports/Logger.js';
import type { FolderReader } from './FolderReader.js';

/** Front matter ends within this, or it is not read at all. */
const HEAD_BYTES = 64 * 1024 + 16;
/** A folder with more documents is checked against the first ones and the open ones. */
const FILE_LIMIT = 20_000;
const DOCUMENT = /\.(md|mdx|markdown)$/i;

interface Folder {
  readonly root: string;
  readonly profile: Profile;
  readonly index: FolderIndex;
}

/**
 * What the documents of each folder claim for themselves (id, slug), so that duplicates are found in files
 * that are not open too. A folder on disk is read in the background when its first document is checked;
 * `onReady` says that there is more to check against.
 */
export class DocumentIndexes {
  readonly #reader: FolderReader;
  readonly #language: LanguageService;
  readonly #logger: Logger;
  readonly #onReady: () => void;
  readonly #folders = new Map<string, Folder>();
  /** URIs of open documents: the editor's text counts, not the disk's. */
  readonly #open = new Set<string>();

  constructor(
    ports: { readonly reader: FolderReader; readonly language: LanguageService; readonly logger: Logger },
    onReady: () => void,
  ) {
    this.#reader = ports.reader;
    this.#language = ports.language;
    this.#logger = ports.logger;
    this.#onReady = onReady;
  }

  /** The index of a folder (URI with a slash at the end); it may still be filling. */
  get(root: string, profile: Profile): FolderIndex {
    const held = this.#folders.get(root);
    if (held?.profile === profile) return held.index;
    const folder: Folder = { root, profile, index: new FolderIndex() };
    this.#folders.set(root, folder);
    this.#fill(folder).catch((error: unknown) => {
      this.#logger.error(`Reading the documents of ${root} failed: ${String(error)}`);
    });
    return folder.index;
  }

  /** Forgets everything that was read: the configuration changed. */
  clear(): void {
    this.#folders.clear();
  }

  /** The editor's text of a document. */
  setOpen(uri: string, root: string, path: string, profile: Profile, text: string): void {
    this.#open.add(uri);
    this.get(root, profile).set(path, this.#language.identify(text, profile));
  }

  /** The document was closed: the disk counts again. */
  async setClosed(uri: string): Promise<void> {
    this.#open.delete(uri);
    await this.diskChanged(uri);
  }

  /** A file was made, changed or deleted on disk. */
  async diskChanged(uri: string): Promise<void> {
    if (this.#open.has(uri) || !DOCUMENT.test(uri)) return;
    for (const folder of this.#folders.values()) {
      if (uri.startsWith(folder.root) && isRead(uri.slice(folder.root.length))) await this.#read(folder, uri);
    }
  }

  async #fill(folder: Folder): Promise<void> {
    const pending = [folder.root];
    let count = 0;
    while (pending.length > 0 && count < FILE_LIMIT) {
      const uri = pending.pop() ?? '';
      for (const { name, isFolder } of (await this.#reader.names(uri)) ?? []) {
        if (this.#folders.get(folder.root) !== folder) return;
        const child = uri + encodeURIComponent(name);
        if (isFolder) {
          if (isReadFolder(name)) pending.push(`${child}/`);
        } else if (DOCUMENT.test(name) && !this.#open.has(child)) {
          count++;
          await this.#read(folder, child);
        }
      }
    }
    if (count > 0) this.#onReady();
  }

  async #read({ root, profile, index }: Folder, uri: string): Promise<void> {
    const text = await this.#reader.text(uri, HEAD_BYTES);
    const path = decodeURIComponent(uri.slice(root.length));
    if (this.#open.has(uri)) return;
    if (text === undefined) index.delete(path);
    else index.set(path, this.#language.identify(text, profile));
  }
}

/** Whether a file below the root stands in folders that are read alone. */
function isRead(path: string): boolean {
  return path.split('/').slice(0, -1).every(isReadFolder);
}

function isReadFolder(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}
