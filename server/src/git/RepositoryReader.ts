import { GitFailureError } from '../errors/gitErrors.js';
import { StateError } from '../errors/usageErrors.js';
import type { Oid } from './Remote.js';
import type { CommitFields } from './core/commitObject.js';
import { parseCommit } from './core/commitObject.js';
import type { GitObject, ObjectType } from './core/gitObject.js';
import type { PackFile } from './core/packFile.js';
import type { RefAdvertisement } from './core/refAdvertisement.js';
import { canFilter, fetchPack } from './fetchPack.js';
import type { GitHttpSession } from './GitHttpSession.js';
import { advertisement } from './gitWire.js';
import { DamagedCacheError } from './ObjectCache.js';
import type { ObjectCache } from './ObjectCache.js';
import { reachability } from './reachability.js';

export interface RepositoryReaderOptions {
  readonly session: GitHttpSession;
  /** Commits with all their files. */
  readonly objects: ObjectCache;
  /** Commits alone, where the server can send them alone. */
  readonly history: ObjectCache;
  readonly maxPackBytes: number;
}

type Signal = AbortSignal | undefined;

/** How far back `contains` looks, step by step; commits alone are small, whole ones are not. */
const historySteps = { commitsAlone: [32, 1_024, 8_192], whole: [32, 1_024] };

/**
 * Objects of a repository: from the cache, else from the server. A cache that turns out to be damaged is thrown
 * away and fetched again, once; it never shows as missing files.
 */
export class RepositoryReader {
  readonly #options: RepositoryReaderOptions;
  #server: RefAdvertisement | undefined;
  #lastCommit: Oid | undefined;

  constructor(options: RepositoryReaderOptions) {
    this.#options = options;
  }

  /** Keeps what the server said about itself, to save a request. */
  rememberServer(server: RefAdvertisement): void {
    this.#server = server;
  }

  /** Runs `read` with the commit's objects in the cache; once more, after a fresh fetch, when they are damaged. */
  async withCommit<T>(oid: Oid, signal: Signal, read: (commit: CommitFields) => Promise<T>): Promise<T> {
    this.#lastCommit = oid;
    const attempt = async (): Promise<T> => {
      await this.#ensure(oid, signal);
      return this.#readable(oid, async () => read(parseCommit((await this.object(oid, 'commit')).content)));
    };
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof DamagedCacheError)) throw error;
    }
    await this.#options.objects.reset();
    return this.#orFailure(attempt);
  }

  /** An object that the cache must hold; `DamagedCacheError` when it does not. */
  async object(oid: Oid, type: ObjectType): Promise<GitObject> {
    const object = await this.#options.objects.read(oid);
    if (object === undefined) throw new DamagedCacheError(`Object ${oid} is missing.`);
    if (object.type !== type)
      throw new GitFailureError(this.#url, `object ${oid} is a ${object.type}, not a ${type}`);
    return object;
  }

  /** A blob of a commit that was read before. */
  async blob(oid: Oid, signal: Signal): Promise<Uint8Array> {
    const read = async (): Promise<Uint8Array> => (await this.object(oid, 'blob')).content;
    const commit = this.#lastCommit;
    if (commit === undefined) return this.#orFailure(read);
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof DamagedCacheError)) throw error;
    }
    await this.#options.objects.reset();
    return this.withCommit(commit, signal, () => this.#orFailure(read));
  }

  /** Keeps what was pushed, so that it need not be fetched. */
  async keepPushed(pack: PackFile, commit: Oid): Promise<void> {
    await this.#options.objects.addPushed(pack, commit);
  }

  async contains(commit: Oid, ancestor: Oid, signal: Signal): Promise<boolean> {
    const { objects, history } = this.#options;
    const read = async (oid: Oid): Promise<GitObject | undefined> =>
      (await history.read(oid)) ?? (await objects.read(oid));
    const answer = async (): Promise<boolean | undefined> => {
      const found = await this.#readable(commit, () => reachability(commit, ancestor, read));
      return found === 'unknown' ? undefined : found === 'reachable';
    };
    try {
      const known = await answer();
      if (known !== undefined) return known;
    } catch (error) {
      if (!(error instanceof DamagedCacheError)) throw error;
      await objects.reset();
      await history.reset();
    }
    return this.#orFailure(async () => {
      if (await history.isCluttered()) await history.reset();
      const commitsAlone = canFilter(await this.#advertised(signal));
      for (const depth of commitsAlone ? historySteps.commitsAlone : historySteps.whole) {
        await this.#fetch(history, commit, {
          depth,
          haves: [],
          shallow: [],
          signal,
          ...(commitsAlone ? { filter: 'tree:0' } : {}),
        });
        const found = await answer();
        if (found !== undefined) return found;
      }
      return false;
    });
  }

  get #url(): string {
    return this.#options.session.url;
  }

  async #ensure(oid: Oid, signal: Signal): Promise<void> {
    const { objects } = this.#options;
    if (await objects.isCluttered()) await objects.reset();
    if ((await objects.read(oid)) !== undefined) return;
    const tip = await objects.tip();
    if (tip === undefined) await objects.reset();
    const haves = tip === undefined ? [] : [tip];
    await this.#fetch(objects, oid, { depth: 1, haves, shallow: await objects.shallow(), signal });
    if ((await objects.read(oid)) === undefined)
      throw new GitFailureError(this.#url, `the server did not send commit ${oid}`);
  }

  async #fetch(
    cache: ObjectCache,
    want: Oid,
    request: {
      readonly depth: number;
      readonly haves: readonly Oid[];
      readonly shallow: readonly Oid[];
      readonly filter?: string;
      readonly signal: Signal;
    },
  ): Promise<void> {
    const { session, maxPackBytes } = this.#options;
    const server = await this.#advertised(request.signal);
    const fetched = await fetchPack(session, server, { ...request, want, maxBytes: maxPackBytes });
    try {
      await cache.addFetched(fetched.pack, want, fetched);
    } catch (error) {
      if (error instanceof StateError) throw error;
      await cache.reset();
      throw new GitFailureError(this.#url, 'the server sent objects that cannot be read', { cause: error });
    }
  }

  async #advertised(signal: Signal): Promise<RefAdvertisement> {
    this.#server ??= await advertisement(this.#options.session, 'git-upload-pack', signal);
    return this.#server;
  }

  /** Objects are held as the server sent them, and it may send anything under the right id. */
  async #readable<T>(commit: Oid, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new GitFailureError(
        this.#url,
        `commit ${commit} cannot be read: ${error.message.replace(/\.$/, '')}`,
        { cause: error },
      );
    }
  }

  async #orFailure<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof DamagedCacheError)) throw error;
      throw new GitFailureError(
        this.#url,
        `an object is not in the repository: ${error.message.replace(/\.$/, '')}`,
        { cause: error },
      );
    }
  }
}
