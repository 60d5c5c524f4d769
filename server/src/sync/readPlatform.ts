import { DocbridgeError } from '../errors/DocbridgeError.js';
import { CancelledError } from '../errors/networkErrors.js';
import type { PlatformContent, PlatformEntry } from '../platforms/Platform.js';
import type { Progress } from '../ports/Progress.js';
import type { BaseItem } from './core/base.js';
import { layout } from './core/layout.js';
import type { LayoutOptions, LeftOutReason } from './core/layout.js';
import { documentForm, renderFile } from './core/itemFile.js';
import { contentJson, withoutContent } from './core/sides.js';
import type { PlatformState, Problem, RenderedFile } from './core/sides.js';
import type { EngineContext } from './EngineContext.js';
import { blobOid } from './core/blobOid.js';

/** The platform's side of a run. */
export interface PlatformView {
  readonly entries: readonly PlatformEntry[];
  /** Documents and apps that take part, with their paths. */
  readonly states: ReadonlyMap<string, PlatformState>;
  /** Directory of each folder, relative to the binding's directory. */
  readonly folders: ReadonlyMap<string, string>;
  /** Why the others do not. */
  readonly leftOut: ReadonlyMap<string, LeftOutReason | 'problem'>;
  readonly problems: readonly Problem[];
}

export interface LookOptions {
  readonly signal?: AbortSignal | undefined;
  readonly progress: Progress;
}

/** Lists the subject, lays it out, and renders what changed since the base. */
export async function readPlatform(context: EngineContext, options: LookOptions): Promise<PlatformView> {
  const { binding, platform, base } = context;
  const entries: PlatformEntry[] = [];
  options.progress.report({ message: 'Listing the platform' });
  for await (const entry of platform.list(binding.platform.subject, { signal: options.signal })) {
    entries.push(entry);
  }
  const { places, leftOut } = layout(entries, base, layoutOptions(context));
  const left = new Map<string, LeftOutReason | 'problem'>(leftOut);
  const states = new Map<string, PlatformState>();
  const folders = new Map<string, string>();
  const problems: Problem[] = [];

  let done = 0;
  for (const entry of entries) {
    const place = places.get(entry.id);
    if (place === undefined) continue;
    if (entry.kind === 'folder') {
      folders.set(entry.id, place.path);
      continue;
    }
    if (options.signal?.aborted === true) throw new CancelledError();
    const bare = withoutContent(entry);
    const known = base.items.get(entry.id);
    try {
      const file = isUnchanged(entry, known) ? undefined : await render(context, entry, known, options);
      states.set(entry.id, { entry: bare, ...place, ...(file && { file }) });
      if (file !== undefined) options.progress.report({ message: 'Reading the platform', done: ++done });
    } catch (error) {
      if (!isItemProblem(error)) throw error;
      left.set(entry.id, 'problem');
      problems.push({ id: entry.id, path: place.path, code: error.code, message: error.message });
    }
  }
  return { entries, states, folders, leftOut: left, problems };
}

export function layoutOptions({ binding }: Pick<EngineContext, 'binding'>): LayoutOptions {
  return {
    include: binding.include,
    exclude: binding.exclude,
    private: binding.private,
    appFileName: binding.app.fileName,
  };
}

/** The file of one item, from its content or a fresh read. */
export async function render(
  context: EngineContext,
  entry: PlatformEntry,
  known: BaseItem | undefined,
  options: Pick<LookOptions, 'signal'>,
): Promise<RenderedFile> {
  const content = entry.content ?? (await readContent(context, entry, options));
  const baseContent = known === undefined ? undefined : await context.contents.get(known.id);
  const form = documentForm(
    context.platform.dialect,
    context.platform.capabilities.document,
    context.binding,
  );
  const base = known && baseContent && { title: known.title, content: baseContent };
  const { text, notices } = renderFile(entry, content, form, base);
  return { text, oid: blobOid(text, context.hash), platform: contentJson(content), notices };
}

async function readContent(
  { platform }: EngineContext,
  entry: PlatformEntry,
  options: Pick<LookOptions, 'signal'>,
): Promise<PlatformContent> {
  return (await platform.read(entry.id, entry.kind, { signal: options.signal })).content;
}

function isUnchanged(entry: PlatformEntry, known: BaseItem | undefined): boolean {
  return known !== undefined && known.revision === entry.revision;
}

/** Trouble with one item alone: the rest of the run goes on. */
export function isItemProblem(error: unknown): error is DocbridgeError {
  return (
    error instanceof DocbridgeError &&
    (error.category === 'conflict' || error.category === 'platform' || error.category === 'usage') &&
    error.code !== 'rate-limited'
  );
}
