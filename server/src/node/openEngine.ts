import type { Binding } from '../config/Configuration.js';
import { assertSupported } from '../config/unsupported.js';
import { createRemote } from '../git/createRemote.js';
import { createPlatform } from '../platforms/createPlatform.js';
import type { Credentials } from '../ports/Credentials.js';
import type { Logger } from '../ports/Logger.js';
import { createEngine } from '../sync/createEngine.js';
import type { Engine } from '../sync/Engine.js';
import { FileStateStore } from '../sync/state/FileStateStore.js';
import { environmentStateRoot } from './environmentStateRoot.js';
import type { Environment } from './environmentStateRoot.js';
import { NodeClock } from './NodeClock.js';
import { NodeFileSystem } from './NodeFileSystem.js';
import { NodeHash } from './NodeHash.js';
import { NodeHttpClient } from './NodeHttpClient.js';
import { NodeProcesses } from './NodeProcesses.js';
import { NodeRandom } from './NodeRandom.js';

export interface OpenEngineOptions {
  readonly credentials: Credentials;
  readonly logger: Logger;
  /** Folder of all bindings' states; by default the one that the environment names. */
  readonly stateRoot?: string;
  /** Proxy URL that goes before the environment's (`http.proxy` of the editor). */
  readonly proxy?: string;
  /** `process.env` by default: state folder and proxies. */
  readonly environment?: Environment;
}

/**
 * The composition root: one binding's engine on this machine's disk, clock and network. Nothing is requested
 * before it is used; `dispose` closes its connections. Throws `NotSupportedYetError`.
 */
export function openEngine(binding: Binding, options: OpenEngineOptions): Engine {
  assertSupported(binding);
  const { credentials, logger, proxy, environment = process.env } = options;
  const ports = {
    fileSystem: new NodeFileSystem(),
    hash: new NodeHash(),
    clock: new NodeClock(),
    random: new NodeRandom(),
    processes: new NodeProcesses(),
    logger,
  };
  const http = new NodeHttpClient({ environment: withProxy(environment, proxy) });
  const state = new FileStateStore(options.stateRoot ?? environmentStateRoot(environment), binding, ports);
  const { platform: there, repository } = binding;
  const platform = createPlatform({
    kind: there.kind,
    url: there.url,
    http,
    credential: (signal) => credentials.platform(binding.name, new URL(there.url).origin, signal),
    ...ports,
  });
  const remote = createRemote({
    url: repository.url,
    branch: repository.branch,
    http,
    credential: (signal) => credentials.git(binding.name, new URL(repository.url).origin, signal),
    cacheDirectory: state.cacheDirectory,
    clock: ports.clock,
    logger,
  });
  const engine = createEngine(binding, { ...ports, platform, remote, state });
  return {
    ...engine,
    dispose: async () => {
      await engine.dispose();
      http.dispose();
    },
  };
}

function withProxy(environment: Environment, proxy: string | undefined): Environment {
  if (proxy === undefined || proxy === '') return environment;
  return { ...environment, http_proxy: proxy, https_proxy: proxy };
}
