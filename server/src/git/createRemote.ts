import { join } from 'node:path';

import { UrlRefusedError } from '../errors/networkErrors.js';
import { ConfigurationError } from '../errors/usageErrors.js';
import type { Clock } from '../ports/Clock.js';
import type { GitCredential } from '../ports/Credentials.js';
import type { HttpClient } from '../ports/HttpClient.js';
import type { Logger } from '../ports/Logger.js';
import { AtomicFs } from './AtomicFs.js';
import type { GitFileSystem } from './AtomicFs.js';
import { branchNameProblem, parseRepositoryUrl } from './core/repositoryUrl.js';
import { GitHttpSession } from './GitHttpSession.js';
import { HttpGitRemote } from './HttpGitRemote.js';
import { ObjectCache } from './ObjectCache.js';
import type { Remote } from './Remote.js';
import { RepositoryReader } from './RepositoryReader.js';

export interface CreateRemoteOptions {
  /** `https:` URL of the repository (`http:` too, but with a credential on this machine alone). */
  readonly url: string;
  readonly branch: string;
  readonly http: HttpClient;
  /** Asked for before the first request, and once more when the server refuses what it gave. */
  readonly credential: (signal?: AbortSignal) => Promise<GitCredential | undefined>;
  /** Absolute path of a folder for objects seen before; it can be deleted at any time. */
  readonly cacheDirectory: string;
  /** Where the cache is kept; the local disk with atomic writes when absent. */
  readonly gitFileSystem?: GitFileSystem;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Largest pack in bytes, 1 GiB by default; most entries and levels of folders of one commit. */
  readonly limits?: { readonly packBytes?: number; readonly entries?: number; readonly depth?: number };
}

/**
 * The branch of a repository. Nothing is sent yet. Throws `UrlRefusedError` for an address that is not
 * supported or not safe, `ConfigurationError` for a name that no branch can have.
 */
export function createRemote(options: CreateRemoteOptions): Remote {
  const repository = parseRepositoryUrl(options.url);
  if (!repository.ok) throw new UrlRefusedError(repository.problem);
  const problem = branchNameProblem(options.branch);
  if (problem !== undefined)
    throw new ConfigurationError('docbridge.json', [`"branch" is no branch name: ${problem}`]);
  const { http, credential, limits = {} } = options;
  const fileSystem = options.gitFileSystem ?? new AtomicFs();
  const session = new GitHttpSession({ repository, http, credential });
  const reader = new RepositoryReader({
    session,
    objects: new ObjectCache(join(options.cacheDirectory, 'objects.git'), fileSystem),
    history: new ObjectCache(join(options.cacheDirectory, 'history.git'), fileSystem),
    maxPackBytes: limits.packBytes ?? 2 ** 30,
  });
  return new HttpGitRemote({
    branch: options.branch,
    session,
    reader,
    limits: { maxEntries: limits.entries ?? 1_000_000, maxDepth: limits.depth ?? 200 },
    logger: options.logger,
  });
}
