import { ItemLockedError } from '../errors/platformErrors.js';
import { PathNotFoundError, PathTakenError, ReadOnlyError } from '../errors/workspaceErrors.js';
import type { PlatformEntry, PlatformItem } from '../platforms/Platform.js';
import { identityOf } from './core/documentFile.js';
import { documentForm, readFile, renderFile } from './core/itemFile.js';
import type { ItemBase } from './core/itemFile.js';
import { baseNameOf, directoryOf } from './core/names.js';
import { contentJson, withoutContent } from './core/sides.js';
import type { EngineContext } from './EngineContext.js';
import type { Turn } from './inTurn.js';
import { KeptNames } from './KeptNames.js';
import type { Workspace, WorkspaceEntry, WorkspaceFile } from './Workspace.js';
import { WorkspaceIndex } from './WorkspaceIndex.js';
import type { KnownFiles } from './WorkspaceIndex.js';
import { readSide } from './readSide.js';
import { metaPath } from './readGit.js';

interface Options {
  readonly signal?: AbortSignal | undefined;
}

/** The text that an item was given last, so that the next save splices against what the person saw. */
interface Opened {
  readonly revision: string;
  readonly base: ItemBase;
}

/** The virtual workspace over one engine's ports. */
export class EngineWorkspace implements Workspace {
  readonly #open: () => Promise<EngineContext>;
  readonly #files: () => KnownFiles | undefined;
  readonly #turn: Turn;
  readonly #opened = new Map<string, Opened>();
  readonly #keptNames = new KeptNames();
  #index: WorkspaceIndex | undefined;
  /** Own writes so far: a listing that began before the last one is not kept. */
  #writes = 0;

  constructor(open: () => Promise<EngineContext>, files: () => KnownFiles | undefined, turn: Turn) {
    this.#open = open;
    this.#files = files;
    this.#turn = turn;
  }

  async list(options: Options & { readonly refresh?: boolean } = {}): Promise<readonly WorkspaceEntry[]> {
    const index =
      options.refresh === false && this.#index !== undefined ? this.#index : await this.#refresh(options);
    const context = await this.#open();
    const hasApps = index.entries.some((entry) => entry.kind === 'app');
    return hasApps ? [...index.entries, metaEntry(context.base.commit ?? '')] : index.entries;
  }

  async read(path: string, options: Options = {}): Promise<WorkspaceFile> {
    const context = await this.#open();
    if (path === metaPath) {
      const text = (await this.readSide('git', path, options)) ?? '{}';
      return { text, revision: context.base.commit ?? '', readOnly: true, notices: [] };
    }
    const entry = await this.#entryAt(path, options);
    if (entry.id === undefined || entry.kind === 'folder') throw new PathNotFoundError(path);
    const item = await context.platform.read(entry.id, this.#kindOf(entry), options);
    return this.#render(context, item, entry.readOnly);
  }

  async readSide(side: 'git' | 'base', path: string, options: Options = {}): Promise<string | undefined> {
    return this.#turn(async () => {
      const context = await this.#open();
      const text = await readSide(context, side, path, options);
      if (text !== undefined) return text;
      // Renamed on the platform and not exported yet, or open under the name that it had.
      const index = this.#index ?? (await this.#refresh(options));
      const known = context.base.items.get(index.at(path)?.id ?? '');
      return known === undefined || known.path === path
        ? undefined
        : readSide(context, side, known.path, options);
    });
  }

  async write(
    path: string,
    text: string,
    options: Options & { readonly ifRevision: string },
  ): Promise<WorkspaceFile> {
    const context = await this.#open();
    const entry = await this.#entryAt(path, options);
    if (entry.readOnly || entry.kind === 'file') {
      throw new ReadOnlyError(
        path,
        'the platform can only import it as a new app; edit it in Git, then import',
      );
    }
    if (entry.id === undefined || entry.kind !== 'document') throw new PathNotFoundError(path);
    const base = await this.#baseFor(context, entry.id, options);
    const { content } = readFile('document', text, this.#form(context), base.content);
    let written = await context.platform.update(entry.id, content, options);
    const { title } = identityOf(text);
    if (title !== undefined && title !== written.title && title !== identityOf(base.content.text).title) {
      written = await context.platform.rename(entry.id, 'document', title, {
        ifRevision: written.revision,
        signal: options.signal,
      });
      this.#keptNames.keep(written, entry.path);
    }
    this.#forgetIndex();
    return this.#remember(context, written, text, options);
  }

  async create(path: string, text: string, options: Options = {}): Promise<WorkspaceFile> {
    const context = await this.#open();
    const index = await this.#refresh(options);
    if (index.at(path) !== undefined) throw new PathTakenError(path);
    if (!path.endsWith('.md')) throw new ReadOnlyError(path, 'only Markdown documents (.md) can be created');
    const parentId = await this.#ensureFolder(context, directoryOf(path), options);
    const title = identityOf(text).title ?? baseNameOf(path).replace(/\.md$/u, '');
    const { content } = readFile('document', text, this.#form(context));
    const created = await context.platform.create(
      context.binding.platform.subject,
      { kind: 'document', title, parentId, private: false, content },
      { idempotencyKey: context.random.uuid(), signal: options.signal },
    );
    this.#keptNames.keep(created, path);
    this.#forgetIndex();
    return this.#remember(context, created, text, options);
  }

  async createFolder(path: string, options: Options = {}): Promise<void> {
    const context = await this.#open();
    if ((await this.#refresh(options)).at(path) !== undefined) throw new PathTakenError(path);
    await this.#ensureFolder(context, path, options);
  }

  async move(from: string, to: string, options: Options = {}): Promise<void> {
    const context = await this.#open();
    const index = await this.#refresh(options);
    const entry = index.at(from);
    if (entry?.id === undefined) throw new PathNotFoundError(from);
    const target = index.at(to);
    if (target !== undefined && target.id !== entry.id) throw new PathTakenError(to);
    const kind = this.#kindOf(entry);
    if (kind === 'document' && !to.endsWith('.md'))
      throw new ReadOnlyError(to, 'the name of a document ends in .md');
    let current = index.platformEntry(entry.id);
    if (current === undefined) throw new PathNotFoundError(from);
    const { signal } = options;
    if (kind === 'app') {
      if (baseNameOf(from) !== baseNameOf(to))
        throw new ReadOnlyError(from, 'its name is the name of the version');
      await context.platform.rename(entry.id, kind, directoryOf(to), {
        ifRevision: current.revision,
        signal,
      });
    } else {
      if (directoryOf(from) !== directoryOf(to)) {
        const parentId = await this.#ensureFolder(context, directoryOf(to), options);
        const ifRevision = current.revision;
        current = await context.platform.move(entry.id, kind, { parentId }, { ifRevision, signal });
      }
      if (baseNameOf(from) !== baseNameOf(to)) {
        const title = kind === 'folder' ? baseNameOf(to) : baseNameOf(to).replace(/\.md$/u, '');
        const ifRevision = current.revision;
        const renamed = await context.platform.rename(entry.id, kind, title, { ifRevision, signal });
        if (kind === 'document') this.#keptNames.keep(renamed, to);
      }
    }
    this.#opened.delete(entry.id);
    this.#forgetIndex();
  }

  async remove(path: string, options: Options = {}): Promise<void> {
    const context = await this.#open();
    const index = await this.#refresh(options);
    const entry = index.at(path);
    if (entry?.id === undefined) throw new PathNotFoundError(path);
    const kind = this.#kindOf(entry);
    const isInhabited = kind === 'folder' && index.hasChildren(entry.id);
    if (isInhabited) throw new ReadOnlyError(path, 'the folder is not empty; delete what is in it first');
    if (kind === 'app') throw new ReadOnlyError(path, 'the platform has no trash for apps; delete it there');
    await context.platform.trash(entry.id, kind, { ifRevision: entry.revision, signal: options.signal });
    this.#forgetIndex();
  }

  #forgetIndex(): void {
    this.#index = undefined;
    this.#writes += 1;
  }

  async #refresh(options: Options): Promise<WorkspaceIndex> {
    const writes = this.#writes;
    const context = await this.#open();
    const listed: PlatformEntry[] = [];
    const { subject } = context.binding.platform;
    for await (const entry of context.platform.list(subject, options)) {
      const bare = withoutContent(entry);
      listed.push(bare);
    }
    const conflicts = new Set((await context.state.conflicts()).map((record) => record.item.id));
    const index = new WorkspaceIndex(context, listed, this.#files(), conflicts, this.#keptNames);
    if (writes === this.#writes) this.#index = index;
    return index;
  }

  async #entryAt(path: string, options: Options): Promise<WorkspaceEntry> {
    const known = this.#index?.at(path) ?? (await this.#refresh(options)).at(path);
    if (known === undefined) throw new PathNotFoundError(path);
    return known;
  }

  async #ensureFolder(context: EngineContext, directory: string, options: Options): Promise<string | null> {
    if (directory === '') return null;
    const index = this.#index ?? (await this.#refresh(options));
    const known = index.at(directory);
    if (known?.kind === 'folder' && known.id !== undefined) return known.id;
    if (known !== undefined) throw new PathTakenError(directory);
    const parentId = await this.#ensureFolder(context, directoryOf(directory), options);
    const folder = await context.platform.create(
      context.binding.platform.subject,
      { kind: 'folder', title: baseNameOf(directory), parentId },
      { idempotencyKey: context.random.uuid(), signal: options.signal },
    );
    await this.#refresh(options);
    return folder.id;
  }

  /** What the person saw, or else what the platform holds, so that unchanged blocks keep their nodes. */
  async #baseFor(
    context: EngineContext,
    id: string,
    options: Options & { readonly ifRevision: string },
  ): Promise<ItemBase> {
    const opened = this.#opened.get(id);
    if (opened?.revision === options.ifRevision) return opened.base;
    const item = await context.platform.read(id, 'document', { signal: options.signal });
    await this.#render(context, item, false);
    const fresh = this.#opened.get(id);
    if (fresh === undefined) throw new ItemLockedError(id);
    return fresh.base;
  }

  async #render(context: EngineContext, item: PlatformItem, readOnly: boolean): Promise<WorkspaceFile> {
    const known = context.base.items.get(item.id);
    const stored = known === undefined ? undefined : await context.contents.get(known.id);
    const base = known && stored && { title: known.title, content: stored };
    const opened = this.#opened.get(item.id);
    const { text, notices } =
      opened?.revision === item.revision
        ? { text: opened.base.content.text, notices: [] }
        : renderFile(item, item.content, this.#form(context), opened?.base ?? base);
    const content = { text, platform: contentJson(item.content) };
    this.#opened.set(item.id, { revision: item.revision, base: { title: item.title, content } });
    return { text, revision: item.revision, readOnly, notices };
  }

  async #remember(
    context: EngineContext,
    entry: PlatformEntry,
    text: string,
    options: Options,
  ): Promise<WorkspaceFile> {
    const content =
      entry.content ??
      (await context.platform.read(entry.id, entry.kind, { signal: options.signal })).content;
    const base = { title: entry.title, content: { text, platform: contentJson(content) } };
    this.#opened.set(entry.id, { revision: entry.revision, base });
    return { text, revision: entry.revision, readOnly: false, notices: [] };
  }

  #kindOf(entry: WorkspaceEntry): 'document' | 'folder' | 'app' {
    return entry.kind === 'file' ? 'document' : entry.kind;
  }

  #form(context: EngineContext): ReturnType<typeof documentForm> {
    return documentForm(context.platform.dialect, context.platform.capabilities.document, context.binding);
  }
}

function metaEntry(revision: string): WorkspaceEntry {
  return {
    path: metaPath,
    kind: 'file',
    title: baseNameOf(metaPath),
    order: null,
    revision,
    modified: 0,
    state: 'in-sync',
    readOnly: true,
  };
}
