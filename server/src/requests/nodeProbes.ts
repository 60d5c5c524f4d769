import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemote } from '../git/createRemote.js';
import { NodeClock } from '../node/NodeClock.js';
import { NodeHash } from '../node/NodeHash.js';
import { NodeHttpClient } from '../node/NodeHttpClient.js';
import { NodeRandom } from '../node/NodeRandom.js';
import { createPlatform } from '../platforms/createPlatform.js';
import type { ProbeOptions, Probes } from './ServerContext.js';

/** Tries a platform or a repository over this machine's network; nothing stays on the disk. */
export const nodeProbes: Probes = {
  async withPlatform(kind, url, credential, options, work) {
    const http = httpClient(options);
    try {
      const platform = createPlatform({
        kind,
        url,
        http,
        credential: () => Promise.resolve(credential),
        hash: new NodeHash(),
        clock: new NodeClock(),
        random: new NodeRandom(),
        logger: options.logger,
      });
      return await work(platform);
    } finally {
      http.dispose();
    }
  },

  async withRemote(url, credential, options, work) {
    const http = httpClient(options);
    const cacheDirectory = await mkdtemp(join(tmpdir(), 'docbridge-probe-'));
    try {
      const remote = createRemote({
        url,
        // Only the list of branches is asked for, so any name does.
        branch: 'main',
        http,
        credential: () => Promise.resolve(credential),
        cacheDirectory,
        clock: new NodeClock(),
        logger: options.logger,
      });
      try {
        return await work(remote);
      } finally {
        await remote.dispose();
      }
    } finally {
      http.dispose();
      await rm(cacheDirectory, { recursive: true, force: true });
    }
  },
};

function httpClient({ proxy }: ProbeOptions): NodeHttpClient {
  const environment = process.env;
  if (proxy === undefined || proxy === '') return new NodeHttpClient({ environment });
  return new NodeHttpClient({ environment: { ...environment, http_proxy: proxy, https_proxy: proxy } });
}
