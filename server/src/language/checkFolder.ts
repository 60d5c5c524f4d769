import type { Profile } from '../config/Configuration.js';
import { parseConfiguration } from '../config/parseConfiguration.js';
import { ConfigurationError } from '../errors/usageErrors.js';
import type { FileFinding } from './Finding.js';
import { FolderIndex } from './FolderIndex.js';
import { createLanguageService, type DocumentKind, type LanguageContext } from './LanguageService.js';

/** Reads one folder; paths are relative to it and `/`-separated. */
export interface CheckReader {
  /** Every file, in any order; hidden folders but `.meta` may be left out. */
  list(): AsyncIterable<string>;
  /** `undefined`: not there (any more). */
  read(path: string): Promise<Uint8Array | undefined>;
}

export interface CheckOptions {
  readonly clock: { now(): number };
  /** For documents outside every binding of the folder's docbridge.json; `docbridge` when absent. */
  readonly profile?: Profile;
  /** Lets the caller breathe between two files. */
  readonly pause?: () => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

interface Area {
  /** With a slash at the end; empty for the whole folder. */
  readonly prefix: string;
  readonly profile: Profile;
  readonly index: FolderIndex;
}

const DOCUMENT = /\.(md|mdx|markdown)$/i;
const IGNORED = /(^|\/)(node_modules|\.git|\.hg|\.svn)\//;

/**
 * The editor's diagnostics for a whole folder, ordered by file and position. With a docbridge.json in it,
 * documents inside the bindings' directories are checked, else all of them; the app index, apps beside it
 * and docbridge.json always. Rejects with the reason of `signal` once it fires.
 */
export async function checkFolder(reader: CheckReader, options: CheckOptions): Promise<FileFinding[]> {
  const service = createLanguageService({ clock: options.clock });
  const paths: string[] = [];
  for await (const path of reader.list()) if (!IGNORED.test(path)) paths.push(path);
  paths.sort();
  const text = async (path: string): Promise<string | undefined> => {
    options.signal?.throwIfAborted();
    await options.pause?.();
    const bytes = await reader.read(path);
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  };
  const areas = areasOf(paths.includes('docbridge.json') ? await text('docbridge.json') : undefined, options);
  // First pass: who claims which id and slug. Texts are not kept: a folder may be larger than memory.
  for (const path of paths) {
    const area = DOCUMENT.test(path) ? areaOf(path, areas) : undefined;
    if (area === undefined) continue;
    const held = await text(path);
    if (held !== undefined)
      area.index.set(path.slice(area.prefix.length), service.identify(held, area.profile));
  }
  const appFiles = await appFilesOf(paths, text);
  const findings: FileFinding[] = [];
  for (const path of paths) {
    const area = areaOf(path, areas);
    const kind = kindOf(path, area !== undefined, appFiles);
    const held = kind === undefined ? undefined : await text(path);
    if (kind === undefined || held === undefined) continue;
    const context: LanguageContext =
      kind === 'markdown' && area !== undefined
        ? { profile: area.profile, index: area.index }
        : { appFiles: appFiles.get(path) ?? [] };
    const relative = kind === 'markdown' && area !== undefined ? path.slice(area.prefix.length) : path;
    const document = { uri: path, path: relative, text: held, kind };
    for (const finding of service.diagnose(document, context, options.signal))
      findings.push({ file: path, ...finding });
  }
  return findings;
}

/** Where documents are checked, and under which names of keys. */
function areasOf(
  configuration: string | undefined,
  { profile = 'docbridge' }: CheckOptions,
): readonly Area[] {
  const whole: readonly Area[] = [{ prefix: '', profile, index: new FolderIndex() }];
  if (configuration === undefined) return whole;
  try {
    const areas = new Map<string, Area>();
    for (const binding of parseConfiguration(configuration, 'docbridge.json').bindings) {
      const { directory } = binding.repository;
      const prefix = directory === '' ? '' : `${directory}/`;
      if (!areas.has(prefix))
        areas.set(prefix, { prefix, profile: binding.profile, index: new FolderIndex() });
    }
    return [...areas.values()].sort((a, b) => b.prefix.length - a.prefix.length);
  } catch (error) {
    // The configuration gets findings of its own; the documents are checked all the same.
    if (error instanceof ConfigurationError) return whole;
    throw error;
  }
}

function areaOf(path: string, areas: readonly Area[]): Area | undefined {
  return areas.find(({ prefix }) => path.startsWith(prefix));
}

function kindOf(
  path: string,
  inArea: boolean,
  appFiles: ReadonlyMap<string, readonly string[]>,
): DocumentKind | undefined {
  if (path === 'docbridge.json' || path.endsWith('/docbridge.json')) return 'configuration';
  if (appFiles.has(path)) return 'meta';
  if (DOCUMENT.test(path)) return inArea ? 'markdown' : undefined;
  for (const [meta, files] of appFiles) {
    const root = meta.slice(0, -'.meta/meta.json'.length);
    if (path.startsWith(root) && files.includes(path.slice(root.length))) return 'app';
  }
  return undefined;
}

/** For each meta.json the app files beside its folder, relative to that place. */
async function appFilesOf(
  paths: readonly string[],
  text: (path: string) => Promise<string | undefined>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const meta of paths) {
    if (!/(^|\/)\.meta\/meta\.json$/.test(meta)) continue;
    const root = meta.slice(0, -'.meta/meta.json'.length);
    const files: string[] = [];
    for (const path of paths) {
      if (!path.startsWith(root) || !/^[^/.][^/]*\/[^/]+\.json$/.test(path.slice(root.length))) continue;
      if ((await text(path))?.includes('"appV2"') === true) files.push(path.slice(root.length));
    }
    found.set(meta, files);
  }
  return found;
}
