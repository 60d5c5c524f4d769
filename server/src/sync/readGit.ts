import { readAppFile } from '../apps/appFile.js';
import { appFilePath, splitAppPath } from '../apps/appPath.js';
import { readMeta } from '../apps/metaFile.js';
import type { MetaFile } from '../apps/metaFile.js';
import { AppFileError } from '../errors/appErrors.js';
import { DocbridgeError } from '../errors/DocbridgeError.js';
import { BranchNotFoundError, HistoryRewrittenError } from '../errors/gitErrors.js';
import { safePathProblem } from '../git/core/safePath.js';
import type { Oid, SnapshotEntry } from '../git/Remote.js';
import { pathFilter } from './core/layout.js';
import { directoryOf } from './core/names.js';
import { identityOf } from './core/documentFile.js';
import type { GitState, Problem } from './core/sides.js';
import type { EngineContext } from './EngineContext.js';
import type { LookOptions } from './readPlatform.js';
import { layoutOptions } from './readPlatform.js';

/** Where ToolJet keeps its index of apps, relative to the binding's directory. */
export const metaPath = '.meta/meta.json';

/** Git's side of a run. All paths are relative to the binding's directory. */
export interface GitView {
  /** Head of the branch; `undefined` in an empty repository. */
  readonly commit: Oid | undefined;
  /** Files that are, or may become, items. */
  readonly states: ReadonlyMap<string, GitState>;
  /** Every path in the binding's directory. */
  readonly files: ReadonlyMap<string, SnapshotEntry>;
  readonly meta: MetaFile | undefined;
  readonly problems: readonly Problem[];
  /** Paths that hold something which cannot be read: never taken for deleted. */
  readonly blocked: ReadonlySet<string>;
}

/** Reads the branch's head, and the content of the files that changed since the base. */
export async function readGit(context: EngineContext, options: LookOptions): Promise<GitView> {
  options.progress.report({ message: 'Reading the repository' });
  const commit = await findHead(context, options);
  const files =
    commit === undefined ? new Map<string, SnapshotEntry>() : await listFiles(context, commit, options);
  const problems: Problem[] = [];
  const meta = await readMetaFile(context, files, problems, options);
  const candidates = findCandidates(context, files, meta);
  const known = new Map([...context.base.items.values()].map((item) => [item.path, item]));
  const texts = await readTexts(
    context,
    [...candidates.values()].filter((state) => known.get(state.path)?.oid !== state.oid),
    problems,
    options,
  );
  const states = new Map<string, GitState>();
  for (const [path, state] of candidates) {
    const text = texts.get(state.oid);
    const changed = known.get(path)?.oid !== state.oid;
    const described = changed ? describe(context, state, text, problems) : state;
    const id = context.createdIds.get(path);
    if (described !== undefined) states.set(path, id === undefined ? described : { ...described, id });
  }
  const blocked = new Set(problems.map((problem) => problem.path));
  return { commit, states, files, meta, problems, blocked };
}

async function findHead(context: EngineContext, { signal }: LookOptions): Promise<Oid | undefined> {
  const { remote, base } = context;
  const head = await remote.head({ signal });
  if (head.commit === undefined) {
    if (base.commit !== null) {
      throw new HistoryRewrittenError(remote.url, remote.branch, base.commit, undefined);
    }
    if (head.branches.length > 0) throw new BranchNotFoundError(remote.url, remote.branch, head.branches);
    return undefined;
  }
  const descends =
    base.commit === null ||
    base.commit === head.commit ||
    (await remote.contains(head.commit, base.commit, { signal }));
  if (!descends) {
    throw new HistoryRewrittenError(remote.url, remote.branch, base.commit, head.commit);
  }
  return head.commit;
}

async function listFiles(
  context: EngineContext,
  commit: Oid,
  { signal }: LookOptions,
): Promise<Map<string, SnapshotEntry>> {
  const prefix =
    context.binding.repository.directory === '' ? '' : `${context.binding.repository.directory}/`;
  const { entries } = await context.remote.snapshot(commit, { signal });
  const files = new Map<string, SnapshotEntry>();
  for (const [path, entry] of entries) {
    if (path.startsWith(prefix)) files.set(path.slice(prefix.length), entry);
  }
  return files;
}

async function readMetaFile(
  context: EngineContext,
  files: ReadonlyMap<string, SnapshotEntry>,
  problems: Problem[],
  { signal }: LookOptions,
): Promise<MetaFile | undefined> {
  const entry = files.get(metaPath);
  if (entry === undefined || context.platform.capabilities.app === undefined) return undefined;
  try {
    for await (const { bytes } of context.remote.readBlobs([entry.oid], { signal })) {
      const text = tryDecode(bytes);
      if (text !== undefined) return readMeta(text);
      problems.push(notUtf8(metaPath, metaPath));
    }
  } catch (error) {
    if (!(error instanceof DocbridgeError) || error.category !== 'usage') throw error;
    problems.push({ id: metaPath, path: metaPath, code: error.code, message: error.message });
  }
  return undefined;
}

/** Regular files alone: links, submodules, dot folders and unsafe names stay in the tree, untouched. */
function findCandidates(
  context: EngineContext,
  files: ReadonlyMap<string, SnapshotEntry>,
  meta: MetaFile | undefined,
): Map<string, GitState> {
  const { capabilities } = context.platform;
  const passes = pathFilter(layoutOptions(context));
  const appOids = new Set<Oid>();
  const appPaths = new Set<string>();
  for (const item of context.base.items.values()) {
    if (item.kind !== 'app' || item.oid === undefined) continue;
    appOids.add(item.oid);
    appPaths.add(item.path);
  }
  const found = new Map<string, GitState>();
  for (const [path, { oid, mode }] of files) {
    const isRegular = mode === '100644' || mode === '100755';
    if (!isRegular || safePathProblem(path) !== undefined || !passes(path)) continue;
    const isHidden = /(^|\/)\./u.test(path);
    if (capabilities.document !== undefined && path.endsWith('.md') && !isHidden) {
      found.set(path, { path, kind: 'document', oid, mode });
    } else if (capabilities.app !== undefined && splitAppPath(path) !== undefined) {
      const listed = meta?.entries.find(
        (entry) => appFilePath(entry.gitAppName, entry.gitVersionName, context.binding.app.fileName) === path,
      );
      if (listed === undefined && !appPaths.has(path) && !appOids.has(oid)) continue;
      found.set(path, {
        path,
        kind: 'app',
        oid,
        mode,
        title: listed?.gitAppName ?? directoryOf(path),
        ...(listed && { id: listed.key, metaKey: listed.key }),
      });
    }
  }
  return found;
}

async function readTexts(
  context: EngineContext,
  wanted: readonly GitState[],
  problems: Problem[],
  options: LookOptions,
): Promise<Map<Oid, string>> {
  const texts = new Map<Oid, string>();
  const oids = new Set(wanted.map((state) => state.oid));
  if (oids.size === 0) return texts;
  for await (const { oid, bytes } of context.remote.readBlobs(oids, { signal: options.signal })) {
    const text = tryDecode(bytes);
    if (text !== undefined) texts.set(oid, text);
    options.progress.report({ message: 'Reading the repository', done: texts.size, total: oids.size });
  }
  for (const { path, oid } of wanted) {
    if (texts.has(oid)) continue;
    problems.push(notUtf8(`git:${path}`, path));
  }
  return texts;
}

function describe(
  { binding }: EngineContext,
  state: GitState,
  text: string | undefined,
  problems: Problem[],
): GitState | undefined {
  if (text === undefined) return undefined;
  if (state.kind === 'app') return describeApp({ ...state, text }, problems);
  const { id, title, problem, isDraft } = identityOf(text, binding.profile);
  if (problem !== undefined) {
    const message = `${state.path}: ${problem} Correct it, then run again.`;
    problems.push({ id: `git:${state.path}`, path: state.path, code: 'front-matter-invalid', message });
    return undefined;
  }
  return {
    ...state,
    text,
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
    ...(isDraft === true && !binding.drafts && { isDraft }),
  };
}

/** An app file that cannot be imported is named before anybody is asked about it. */
function describeApp(state: GitState & { readonly text: string }, problems: Problem[]): GitState | undefined {
  try {
    readAppFile(state.text);
    return state;
  } catch (error) {
    if (!(error instanceof AppFileError)) throw error;
    const message = `${state.path}: ${error.message}`;
    problems.push({ id: `git:${state.path}`, path: state.path, code: error.code, message });
    return undefined;
  }
}

function notUtf8(id: string, path: string): Problem {
  const message = `${path} is not UTF-8 text. Save it as UTF-8, then run again.`;
  return { id, path, code: 'not-utf8', message };
}

/** UTF-8 with its byte order mark kept; `undefined` for anything else. */
function tryDecode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
