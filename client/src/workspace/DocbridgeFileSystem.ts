import * as vscode from 'vscode';
import type { WorkspaceEntry } from '../../../server/src/protocol.js';
import type { BindingRegistry } from '../bindings/BindingRegistry.js';
import type { Server } from '../connection/Server.js';
import { toFailure } from '../connection/ServerFailure.js';
import { Lifetime } from '../ui/Lifetime.js';
import { decodeText } from './decodeText.js';
import type { EntryIndex } from './EntryIndex.js';
import { fileError } from './fileErrors.js';
import { FileTimes } from './FileTimes.js';
import { itemPathOf, itemUri, type ItemPath } from './itemUris.js';
import type { CatalogChange, ItemCatalog } from './ItemCatalog.js';
import { openDocument, type OpenRevisions } from './OpenRevisions.js';
import type { ReadRecord } from './ReadRevisions.js';
import type { WatchedBindings } from './WatchedBindings.js';

const { FileSystemError, FileType } = vscode;

export interface FileSystemParts {
  readonly server: Server;
  readonly bindings: BindingRegistry;
  readonly catalog: ItemCatalog;
  readonly revisions: OpenRevisions;
  readonly watched: WatchedBindings;
  /** Tells the person that a save came too late; not awaited. */
  readonly onStaleSave: (uri: vscode.Uri) => void;
}

/**
 * The platform's items as files, `docbridge:/<binding>/<path>`. Every write is held against the revision
 * that the text was read at: a stale one fails and overwrites nothing.
 */
export class DocbridgeFileSystem extends Lifetime implements vscode.FileSystemProvider {
  readonly #parts: FileSystemParts;
  readonly #changed = this.own(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  readonly #times = new FileTimes();

  readonly onDidChangeFile = this.#changed.event;

  constructor(parts: FileSystemParts) {
    super();
    this.#parts = parts;
    this.own(parts.catalog.onDidChange((change) => this.#fire(change)));
  }

  watch(uri: vscode.Uri): vscode.Disposable {
    const item = itemPathOf(uri);
    return item === undefined
      ? new vscode.Disposable(() => undefined)
      : this.#parts.watched.watch(item.binding);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const item = itemPathOf(uri);
    await this.#ready();
    if (item === undefined) return folderStat;
    const index = await this.#index(item);
    const entry = index.get(item.path);
    if (index.isFolder(item.path)) return { ...folderStat, mtime: entry?.modified ?? 0 };
    if (entry === undefined) throw FileSystemError.FileNotFound(uri);
    const permissions = entry.readOnly ? { permissions: vscode.FilePermission.Readonly } : {};
    // While a text is being edited its file stays the one that it was read from: the save itself finds out.
    const edited = openDocument(uri)?.isDirty === true ? this.#parts.revisions.base(uri) : undefined;
    const modified = edited?.modified ?? this.#times.of(uri, entry.revision, entry.modified);
    const size = (edited ?? this.#parts.revisions.latest(uri))?.size ?? 0;
    return { type: FileType.File, ctime: 0, mtime: this.#times.tell(uri, modified), size, ...permissions };
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const item = itemPathOf(uri);
    await this.#ready();
    if (item === undefined) return this.#parts.bindings.all.map(({ name }) => [name, FileType.Directory]);
    const index = await this.#index(item);
    const children = index.children(item.path);
    if (children === undefined) throw missing(index, item, uri);
    return [...children].map(([name, kind]) => [
      name,
      kind === 'folder' ? FileType.Directory : FileType.File,
    ]);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const item = this.#itemOf(uri);
    await this.#ready();
    const index = await this.#index(item);
    if (index.isFolder(item.path)) throw FileSystemError.FileIsADirectory(uri);
    const file = await this.#ask('read', item);
    const known = index.get(item.path);
    const bytes = new TextEncoder().encode(file.text);
    const time = this.#times.of(uri, file.revision, known?.revision === file.revision ? known.modified : 0);
    const modified = this.#times.told(uri) ?? time;
    this.#parts.revisions.read(uri, {
      revision: file.revision,
      text: file.text,
      modified,
      size: bytes.length,
    });
    // The platform has a newer revision than our listing says.
    if (known?.revision !== file.revision)
      void this.#parts.catalog.reload(item.binding).catch(() => undefined);
    return bytes;
  }

  async writeFile(
    uri: vscode.Uri,
    content: Uint8Array,
    { create, overwrite }: { readonly create: boolean; readonly overwrite: boolean },
  ): Promise<void> {
    const item = this.#itemOf(uri);
    await this.#ready();
    const index = await this.#index(item);
    if (index.isFolder(item.path)) throw FileSystemError.FileIsADirectory(uri);
    const entry = index.get(item.path);
    const text = decodeText(content);
    if (entry === undefined) {
      if (!create) throw FileSystemError.FileNotFound(uri);
      await this.#create(uri, item, text);
      return;
    }
    if (create && !overwrite) throw FileSystemError.FileExists(uri);
    if (entry.readOnly)
      throw FileSystemError.NoPermissions(vscode.l10n.t('This file is read-only on the platform.'));
    await this.#write(uri, item, text, entry);
  }

  async createDirectory(uri: vscode.Uri): Promise<void> {
    const item = this.#itemOf(uri);
    await this.#ready();
    const index = await this.#index(item);
    if (index.isFolder(item.path) || index.get(item.path) !== undefined)
      throw FileSystemError.FileExists(uri);
    await this.#ask('create', { ...item, text: null });
    await this.#reload(item);
  }

  async delete(uri: vscode.Uri, { recursive }: { readonly recursive: boolean }): Promise<void> {
    const item = this.#itemOf(uri);
    await this.#ready();
    const index = await this.#index(item);
    const children = index.children(item.path);
    if (children === undefined && index.get(item.path) === undefined) throw FileSystemError.FileNotFound(uri);
    if (children !== undefined && children.size > 0 && !recursive) {
      throw FileSystemError.NoPermissions(vscode.l10n.t('The folder is not empty.'));
    }
    await this.#ask('remove', item);
    this.#parts.revisions.forget(uri);
    await this.#reload(item);
  }

  async rename(
    from: vscode.Uri,
    to: vscode.Uri,
    { overwrite }: { readonly overwrite: boolean },
  ): Promise<void> {
    const [source, target] = [this.#itemOf(from), this.#itemOf(to)];
    await this.#ready();
    if (source.binding !== target.binding) {
      throw FileSystemError.NoPermissions(
        vscode.l10n.t('An item cannot be moved from one binding to another.'),
      );
    }
    const index = await this.#index(source);
    if (index.get(source.path) === undefined && !index.isFolder(source.path))
      throw FileSystemError.FileNotFound(from);
    const isSame = source.path.toLowerCase() === target.path.toLowerCase();
    if (!isSame && (index.get(target.path) !== undefined || index.isFolder(target.path))) {
      if (!overwrite) throw FileSystemError.FileExists(to);
      await this.#ask('remove', target);
    }
    await this.#ask('move', { binding: source.binding, from: source.path, to: target.path });
    this.#parts.revisions.moved(from, to);
    await this.#reload(source);
  }

  async #create(uri: vscode.Uri, item: ItemPath, text: string): Promise<void> {
    const file = await this.#ask('create', { ...item, text });
    await this.#reload(item);
    if (file !== null) this.#saved(uri, item, file.revision, text, file.text);
  }

  async #write(uri: vscode.Uri, item: ItemPath, text: string, entry: WorkspaceEntry): Promise<void> {
    const ifRevision = this.#parts.revisions.base(uri)?.revision ?? entry.revision;
    let file;
    try {
      file = await this.#parts.server.request('write', { ...item, text, ifRevision });
    } catch (error) {
      if (toFailure(error).code === 'stale-revision') this.#stale(uri, item);
      throw fileError(error);
    }
    await this.#reload(item);
    this.#saved(uri, item, file.revision, text, file.text);
  }

  /** After the failure is through: what the person then chooses would meet a save that is under way. */
  #stale(uri: vscode.Uri, { binding }: ItemPath): void {
    setTimeout(() => this.#parts.onStaleSave(uri), 100);
    void this.#parts.catalog.load(binding, { refresh: true }).catch(() => undefined);
  }

  /** Notes what a save left behind; where the platform stored another form, the editor loads that. */
  #saved(uri: vscode.Uri, item: ItemPath, revision: string, text: string, stored: string): void {
    const known = this.#parts.catalog.peek(item.binding)?.get(item.path);
    const modified = this.#times.of(uri, revision, known?.revision === revision ? known.modified : 0);
    const record: ReadRecord = { revision, text, modified, size: new TextEncoder().encode(text).length };
    this.#parts.revisions.saved(uri, record);
    if (stored === text) return;
    // After this save is done: the editor asks for the time again and finds a later one.
    setTimeout(() => {
      this.#times.touch(uri, revision);
      this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    }, 100);
  }

  #fire({ binding, changes }: CatalogChange): void {
    const types = {
      created: vscode.FileChangeType.Created,
      changed: vscode.FileChangeType.Changed,
      deleted: vscode.FileChangeType.Deleted,
    };
    if (changes.length === 0) return;
    this.#changed.fire(
      changes.map(({ kind, path }) => ({ type: types[kind], uri: itemUri({ binding, path }) })),
    );
  }

  #itemOf(uri: vscode.Uri): ItemPath {
    const item = itemPathOf(uri);
    if (item === undefined || item.path === '') {
      throw FileSystemError.NoPermissions(vscode.l10n.t('Bindings are made and removed in docbridge.json.'));
    }
    return item;
  }

  async #ready(): Promise<void> {
    try {
      await this.#parts.bindings.load();
    } catch (error) {
      throw fileError(error);
    }
  }

  async #index({ binding }: ItemPath): Promise<EntryIndex> {
    if (this.#parts.bindings.find(binding) === undefined)
      throw FileSystemError.FileNotFound(itemUri({ binding, path: '' }));
    try {
      return await this.#parts.catalog.get(binding);
    } catch (error) {
      throw fileError(error);
    }
  }

  async #reload({ binding }: ItemPath): Promise<void> {
    try {
      await this.#parts.catalog.reload(binding);
    } catch (error) {
      throw fileError(error);
    }
  }

  get #ask(): Server['request'] {
    return async (name, params, token) => {
      try {
        return await this.#parts.server.request(name, params, token);
      } catch (error) {
        throw fileError(error);
      }
    };
  }
}

const folderStat: vscode.FileStat = { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };

function missing(index: EntryIndex, { path }: ItemPath, uri: vscode.Uri): vscode.FileSystemError {
  return index.get(path) === undefined
    ? FileSystemError.FileNotFound(uri)
    : FileSystemError.FileNotADirectory(uri);
}
