import { deflateSync } from 'node:zlib';

import { GitFailureError } from '../errors/gitErrors.js';
import { CancelledError, NetworkError } from '../errors/networkErrors.js';
import type { Logger } from '../ports/Logger.js';
import type { CommitInfo, CommitRequest, CommitResult, Head, Oid, Remote, Snapshot } from './Remote.js';
import { serializeCommit } from './core/commitObject.js';
import { ImpossibleChangeError, editTree } from './core/editTree.js';
import type { GitObject } from './core/gitObject.js';
import { objectId } from './core/gitObject.js';
import type { PackFile } from './core/packFile.js';
import { packObjects } from './core/packFile.js';
import type { GitHttpSession } from './GitHttpSession.js';
import { advertisement, listBranches } from './gitWire.js';
import { headOf } from './headOf.js';
import { pushPack } from './pushPack.js';
import type { RepositoryReader } from './RepositoryReader.js';
import { sha1 } from './sha1.js';
import type { TreeLimits } from './walkTree.js';
import { TreeLimitError, walkTree } from './walkTree.js';

interface Options {
  readonly signal?: AbortSignal | undefined;
}

export interface HttpGitRemoteOptions {
  readonly branch: string;
  readonly session: GitHttpSession;
  readonly reader: RepositoryReader;
  readonly limits: TreeLimits;
  readonly logger: Logger;
}

/** One branch of a repository over smart HTTP, without a work tree and without a git program. */
export class HttpGitRemote implements Remote {
  readonly branch: string;
  readonly #session: GitHttpSession;
  readonly #reader: RepositoryReader;
  readonly #limits: TreeLimits;
  readonly #logger: Logger;

  constructor(options: HttpGitRemoteOptions) {
    this.branch = options.branch;
    this.#session = options.session;
    this.#reader = options.reader;
    this.#limits = options.limits;
    this.#logger = options.logger;
  }

  get url(): string {
    return this.#session.url;
  }

  async head(options: Options = {}): Promise<Head> {
    const server = await listBranches(this.#session, options.signal);
    this.#reader.rememberServer(server);
    return headOf(server, this.branch);
  }

  snapshot(commit: Oid, options: Options = {}): Promise<Snapshot> {
    return this.#reader.withCommit(commit, options.signal, async ({ tree }) => {
      try {
        const entries = await walkTree(tree, (oid) => this.#readTree(oid, options.signal), this.#limits);
        return { commit, entries };
      } catch (error) {
        if (!(error instanceof TreeLimitError)) throw error;
        throw new GitFailureError(this.url, `commit ${commit} cannot be read: ${error.message}`, {
          cause: error,
        });
      }
    });
  }

  async *readBlobs(
    oids: Iterable<Oid>,
    options: Options = {},
  ): AsyncGenerator<{ readonly oid: Oid; readonly bytes: Uint8Array }, void, undefined> {
    for (const oid of oids) {
      refuseAborted(options.signal);
      yield { oid, bytes: await this.#reader.blob(oid, options.signal) };
    }
  }

  async contains(commit: Oid, ancestor: Oid, options: Options = {}): Promise<boolean> {
    refuseAborted(options.signal);
    return commit === ancestor || this.#reader.contains(commit, ancestor, options.signal);
  }

  /** A request that changes nothing makes no commit: its parent is the answer, and nothing is sent. */
  async commit(request: CommitRequest): Promise<CommitResult> {
    const built = await this.#build(request);
    if (built === undefined) return { kind: 'committed', commit: request.parent ?? '' };
    const { commit, pack } = built;
    const result = await this.#push(request, commit, pack);
    if (result.kind === 'committed') await this.#keep(pack, commit);
    return result;
  }

  commitInfo(commit: Oid, options: Options = {}): Promise<CommitInfo> {
    return this.#reader.withCommit(commit, options.signal, ({ message, author }) =>
      Promise.resolve({ oid: commit, message, author }),
    );
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }

  async #readTree(oid: Oid, signal: AbortSignal | undefined): Promise<Uint8Array> {
    refuseAborted(signal);
    return (await this.#reader.object(oid, 'tree')).content;
  }

  async #build(
    request: CommitRequest,
  ): Promise<{ readonly commit: Oid; readonly pack: PackFile } | undefined> {
    const { parent, signal } = request;
    const edit = async (tree: Oid | undefined): Promise<Map<Oid, GitObject> | undefined> => {
      const edited = await editTree(tree, request.changes, (oid) => this.#readTree(oid, signal), sha1);
      if (edited.root === tree) return undefined;
      const content = serializeCommit({
        tree: edited.root,
        parents: parent === undefined ? [] : [parent],
        author: request.author,
        committer: request.committer,
        message: request.message,
      });
      const commit: GitObject = { type: 'commit', content };
      return new Map([[objectId(commit, sha1), commit], ...edited.objects]);
    };
    try {
      const objects =
        parent === undefined
          ? await edit(undefined)
          : await this.#reader.withCommit(parent, signal, ({ tree }) => edit(tree));
      const commit = objects?.keys().next().value;
      if (objects === undefined || commit === undefined) return undefined;
      return { commit, pack: packObjects(objects, (bytes) => deflateSync(bytes), sha1) };
    } catch (error) {
      if (!(error instanceof ImpossibleChangeError)) throw error;
      throw new GitFailureError(this.url, `the change cannot be written: ${error.message}`, { cause: error });
    }
  }

  async #push(request: CommitRequest, commit: Oid, pack: PackFile): Promise<CommitResult> {
    const { parent, signal } = request;
    const ref = `refs/heads/${this.branch}`;
    const server = await advertisement(this.#session, 'git-receive-pack', signal);
    const advertised = server.refs.get(ref);
    if (advertised === commit) return { kind: 'committed', commit };
    if (advertised !== parent) return { kind: 'moved', head: advertised };
    try {
      const outcome = await pushPack(this.#session, server, {
        ref,
        from: parent,
        to: commit,
        pack: pack.pack,
        signal,
      });
      if (outcome === 'updated') return { kind: 'committed', commit };
    } catch (error) {
      if (!(error instanceof NetworkError) && !(error instanceof GitFailureError)) throw error;
      return this.#afterLostAnswer(request, commit, error);
    }
    const head = (await this.head({ signal })).commit;
    return head === commit ? { kind: 'committed', commit } : { kind: 'moved', head };
  }

  /** The push may have been done although its answer did not arrive: the branch itself tells. */
  async #afterLostAnswer(request: CommitRequest, commit: Oid, error: Error): Promise<CommitResult> {
    this.#logger.debug(`The answer to the push to ${this.url} is lost; looking at the branch.`);
    let head;
    try {
      head = (await this.head({ signal: request.signal })).commit;
    } catch (second) {
      throw second instanceof CancelledError ? second : error;
    }
    if (head === commit) return { kind: 'committed', commit };
    if (head === request.parent) throw error;
    return { kind: 'moved', head };
  }

  async #keep(pack: PackFile, commit: Oid): Promise<void> {
    try {
      await this.#reader.keepPushed(pack, commit);
    } catch (error) {
      // The commit is on the server; without a copy here it is fetched the next time.
      this.#logger.warn(
        `The pushed commit could not be cached: ${error instanceof Error ? error.message : 'unknown'}`,
      );
    }
  }
}

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new CancelledError();
}
