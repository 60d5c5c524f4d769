import type { DocbridgeError } from '../errors/DocbridgeError.js';
import { CancelledError } from '../errors/networkErrors.js';
import type { Json } from '../convert/tiptap.js';
import type { PlatformContent, PlatformEntry } from '../platforms/Platform.js';
import { baseItem, hasText, retiredItem, whileWaiting } from './core/baseItem.js';
import type { BaseContent, BaseItem } from './core/base.js';
import type { ItemPlan, PlatformAction } from './core/itemPlan.js';
import { documentForm, readFile } from './core/itemFile.js';
import { directoryOf } from './core/names.js';
import { contentJson } from './core/sides.js';
import type { Problem } from './core/sides.js';
import type { BaseDraft } from './BaseDraft.js';
import type { EngineContext } from './EngineContext.js';
import { FolderTree } from './FolderTree.js';
import type { Look } from './look.js';
import { isItemProblem } from './readPlatform.js';
import type { LookOptions } from './readPlatform.js';
import { replaceApp } from './replaceApp.js';
import type { JournalStep, RunJournal } from './RunJournal.js';

/** What writing to the platform came to. */
export interface PlatformOutcome {
  /** Items written, created, renamed or moved. */
  readonly written: number;
  readonly trashed: number;
  readonly problems: readonly Problem[];
  /** What was written to items that Git is to be written to as well: remembered after the commit. */
  readonly fresh: ReadonlyMap<string, FreshItem>;
}

/** An item as the platform holds it after a write. */
export interface FreshItem {
  readonly entry: PlatformEntry;
  readonly platform: Json;
}

/**
 * Carries out the platform's part of a plan, one item after the other, each write conditional and read
 * back, and notes in `draft` what both sides then hold. One item's trouble leaves the others alone.
 */
export async function applyToPlatform(
  context: EngineContext,
  seen: Look,
  items: readonly ItemPlan[],
  draft: BaseDraft,
  journal: RunJournal,
  options: LookOptions,
): Promise<PlatformOutcome> {
  // A page that comes back in a later commit is made again, where the platform would answer with the old one.
  const mark = seen.git.commit ?? '';
  const folders = new FolderTree(context, draft, seen.platform.folders, mark);
  const writer = new ItemWriter(context, folders, draft, journal, mark, options.signal);
  const problems: Problem[] = [];
  let written = 0;
  let trashed = 0;
  const work = items.filter((item) => item.toPlatform !== undefined);
  await journal.intend(work.flatMap((item) => writer.creates(item)));
  for (const [index, item] of work.entries()) {
    if (options.signal?.aborted === true) throw new CancelledError();
    options.progress.report({ message: 'Writing to the platform', done: index, total: work.length });
    try {
      if (item.toPlatform === undefined) continue;
      await writer.apply(item, item.toPlatform);
      if (item.toPlatform.kind === 'trash') trashed += 1;
      else written += 1;
    } catch (error) {
      if (!isItemProblem(error)) throw error;
      problems.push(problemOf(item, error));
    }
  }
  return { written, trashed, problems, fresh: writer.fresh };
}

function problemOf(item: ItemPlan, error: DocbridgeError): Problem {
  const path = item.git?.path ?? item.base?.path ?? item.platform?.path ?? '';
  return { id: item.key, path, code: error.code, message: error.message };
}

/** Writes single items. */
class ItemWriter {
  readonly #context: EngineContext;
  readonly #folders: FolderTree;
  readonly #draft: BaseDraft;
  readonly #journal: RunJournal;
  readonly #mark: string;
  readonly #signal: AbortSignal | undefined;
  readonly fresh = new Map<string, FreshItem>();

  constructor(
    context: EngineContext,
    folders: FolderTree,
    draft: BaseDraft,
    journal: RunJournal,
    mark: string,
    signal: AbortSignal | undefined,
  ) {
    this.#context = context;
    this.#folders = folders;
    this.#draft = draft;
    this.#journal = journal;
    this.#mark = mark;
    this.#signal = signal;
  }

  async apply(item: ItemPlan, action: PlatformAction): Promise<void> {
    switch (action.kind) {
      case 'create':
        return this.#create(item, action);
      case 'update':
        return this.#update(item, action);
      case 'trash':
        return this.#trash(item);
    }
  }

  /** The creates that carrying out an item's plan takes. */
  creates(item: ItemPlan): readonly JournalStep[] {
    const { toPlatform, kind } = item;
    if (toPlatform?.kind !== 'create') return [];
    return [this.#step(kind, item.git?.path ?? '', toPlatform.text)];
  }

  async #create(item: ItemPlan, action: PlatformAction & { kind: 'create' }): Promise<void> {
    const path = item.git?.path ?? '';
    const entry = await this.#createItem(item.kind, path, action.title, action.text);
    if (item.base !== undefined) this.#draft.remove(item.base.id);
    await this.#remember(entry, action.text, path, item.git?.oid, item.git?.mode, item);
  }

  async #createItem(
    kind: 'document' | 'app',
    path: string,
    title: string,
    text: string,
  ): Promise<PlatformEntry> {
    const { platform, binding } = this.#context;
    const { content } = readFile(kind, text, this.#form());
    const parentId = kind === 'app' ? null : await this.#folders.ensure(directoryOf(path), this.#signal);
    const step = this.#step(kind, path, text);
    const created = await platform.create(
      binding.platform.subject,
      { kind, title, parentId, private: false, content },
      { idempotencyKey: step.step, signal: this.#signal },
    );
    await this.#journal.done(step, created.id);
    return created;
  }

  /** The same file of the same commit gives the same step, in every run. */
  #step(kind: 'document' | 'app', path: string, text: string): JournalStep {
    const { binding, hash } = this.#context;
    const key = new TextEncoder().encode(`${kind}\0${binding.name}\0${this.#mark}\0${path}\0${text}`);
    return { step: hash.sha256(key), kind, path };
  }

  async #update(item: ItemPlan, action: PlatformAction & { kind: 'update' }): Promise<void> {
    const { platform, contents } = this.#context;
    if (item.platform === undefined) return;
    const { id, kind } = item.platform.entry;
    let entry: PlatformEntry = item.platform.entry;
    if (action.text !== undefined) {
      const { content } = readFile(item.kind, action.text, this.#form(), await contents.get(id));
      entry = await this.#write(item, entry, content);
    }
    if (action.title !== undefined) {
      const ifRevision = entry.revision;
      entry = await platform.rename(entry.id, kind, action.title, { ifRevision, signal: this.#signal });
    }
    if (action.directory !== undefined) {
      const parentId = await this.#folders.ensure(action.directory, this.#signal);
      const ifRevision = entry.revision;
      entry = await platform.move(entry.id, kind, { parentId }, { ifRevision, signal: this.#signal });
    }
    if (entry.id !== id && item.base !== undefined) this.#draft.put(retiredItem(item.base));
    const text = action.text ?? (await contents.get(id))?.text ?? item.git?.text ?? '';
    await this.#remember(
      entry,
      text,
      item.git?.path ?? item.platform.path,
      item.git?.oid,
      item.git?.mode,
      item,
    );
  }

  async #write(item: ItemPlan, entry: PlatformEntry, content: PlatformContent): Promise<PlatformEntry> {
    const { platform } = this.#context;
    if (platform.capabilities[item.kind]?.updateInPlace === false) {
      return replaceApp(this.#context, entry, content, this.#signal);
    }
    return platform.update(entry.id, content, { ifRevision: entry.revision, signal: this.#signal });
  }

  async #trash(item: ItemPlan): Promise<void> {
    if (item.platform === undefined) return;
    const { id, kind, revision } = item.platform.entry;
    await this.#context.platform.trash(id, kind, { ifRevision: revision, signal: this.#signal });
    this.#draft.remove(id);
  }

  /** Notes what both sides hold now; the platform's content is read back, not assumed. */
  async #remember(
    entry: PlatformEntry,
    text: string,
    path: string,
    oid: string | undefined,
    mode: BaseItem['mode'],
    item: ItemPlan,
  ): Promise<void> {
    const content: BaseContent = { text, platform: contentJson(await this.#content(entry)) };
    if (item.toGit === undefined) {
      const now = whileWaiting(baseItem(entry, path, oid, mode, item), item);
      this.#draft.put(now, hasText(item.waiting?.toGit) ? undefined : content);
    } else {
      this.fresh.set(item.key, { entry, platform: content.platform });
    }
  }

  async #content(entry: PlatformEntry): Promise<PlatformContent> {
    if (entry.content !== undefined) return entry.content;
    return (await this.#context.platform.read(entry.id, entry.kind, { signal: this.#signal })).content;
  }

  #form(): ReturnType<typeof documentForm> {
    const { platform, binding } = this.#context;
    return documentForm(platform.dialect, platform.capabilities.document, binding);
  }
}
