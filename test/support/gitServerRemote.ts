import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CreateRemoteOptions } from '../../server/src/git/createRemote.js';
import { createRemote } from '../../server/src/git/createRemote.js';
import type { CommitRequest, FileChange, Oid, Remote } from '../../server/src/git/Remote.js';
import { NodeClock } from '../../server/src/node/NodeClock.js';
import { NodeHttpClient } from '../../server/src/node/NodeHttpClient.js';
import { nullLogger } from '../../server/src/ports/Logger.js';

/** Remotes for tests, each with a cache of its own unless told otherwise, and what is needed to clean up. */
export interface TestRemotes {
  readonly folder: string;
  open(options: Partial<CreateRemoteOptions> & { readonly url: string; readonly token?: string }): Remote;
  dispose(): Promise<void>;
}

export async function createTestRemotes(): Promise<TestRemotes> {
  const folder = await mkdtemp(join(tmpdir(), 'docbridge-remotes-'));
  const http = new NodeHttpClient();
  let count = 0;
  return {
    folder,
    open: ({ token, ...options }) =>
      createRemote({
        branch: 'main',
        http,
        credential: () => Promise.resolve(token === undefined ? undefined : { token }),
        cacheDirectory: join(folder, `cache${count++}`),
        clock: new NodeClock(),
        logger: nullLogger,
        ...options,
      }),
    dispose: async () => {
      http.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A commit request with fixed author and time. */
export function commitRequest(
  parent: Oid | undefined,
  changes: readonly FileChange[],
  message = 'docs: sync',
): CommitRequest {
  const author = { name: 'Ada', email: 'ada@example.com', timestamp: 1_700_000_000 };
  return { parent, changes, message, author, committer: author };
}

/** A change that writes a text file. */
export function writeText(path: string, text: string): FileChange {
  return { op: 'write', path, mode: '100644', bytes: new TextEncoder().encode(text) };
}

/** All text files of a commit, by path. */
export async function readTexts(remote: Remote, commit: Oid): Promise<Record<string, string>> {
  const { entries } = await remote.snapshot(commit);
  const texts = new Map<Oid, string>();
  for await (const { oid, bytes } of remote.readBlobs(new Set([...entries.values()].map(({ oid }) => oid)))) {
    texts.set(oid, new TextDecoder().decode(bytes));
  }
  return Object.fromEntries([...entries].map(([path, { oid }]) => [path, texts.get(oid) ?? '']));
}
