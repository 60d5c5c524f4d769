import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBareRepository } from '../../../server/src/cli/service/createBareRepository.js';
import { dataFolder } from '../../../server/src/cli/service/dataFolder.js';
import { firstToken } from '../../../server/src/cli/service/firstToken.js';
import { openStore } from '../../../server/src/cli/service/openStore.js';
import { runGit } from '../../../server/src/cli/service/runGit.js';
import { startService } from '../../../server/src/cli/service/startService.js';
import { sampleContent } from '../../../server/src/platforms/embedded/samples/sampleContent.js';
import { seedSampleContent } from '../../../server/src/platforms/embedded/seedSampleContent.js';
import type { EmbeddedStore } from '../../../server/src/platforms/embedded/store/EmbeddedStore.js';
import { nullLogger } from '../../../server/src/ports/Logger.js';
import { runCli } from './runCli.js';
import type { CliResult } from './runCli.js';

/** A workspace with a docbridge.json, between a real embedded platform with samples and a real repository. */
export interface CliWorld {
  readonly root: string;
  readonly workspace: string;
  readonly url: string;
  readonly repositoryUrl: string;
  readonly token: string;
  readonly store: EmbeddedStore;
  readonly environment: Readonly<Record<string, string>>;
  /** Replaces the configuration; `change` gets the default binding. */
  configure(change: (binding: WrittenBinding) => readonly object[]): Promise<void>;
  run(args: readonly string[], more?: RunMore): Promise<CliResult>;
  /** Runs git in a clone that is made at the first use. */
  git(...args: readonly string[]): Promise<string>;
  /** Folder of that clone. */
  readonly clone: string;
  stop(): Promise<void>;
}

export interface WrittenBinding {
  readonly name: string;
  readonly platform: { readonly kind: string; readonly url: string; readonly subject: string };
  readonly repository: { readonly url: string; readonly branch: string };
}

interface RunMore {
  readonly environment?: Readonly<Record<string, string>>;
}

export async function startCliWorld(): Promise<CliWorld> {
  const root = await mkdtemp(join(tmpdir(), 'docbridge-world-'));
  const workspace = join(root, 'workspace');
  const clone = join(root, 'clone');
  await mkdir(workspace);
  const folder = dataFolder(join(root, 'data'));
  const store = await openStore(folder.platform);
  const { project } = await seedSampleContent(store, sampleContent());
  const token = await firstToken(store, folder);
  const service = await startService({ store, folder, host: '127.0.0.1', port: 0, logger: nullLogger });
  await createBareRepository(folder, { namespace: 'acme', slug: 'docs' });
  const repositoryUrl = `${service.url}/acme/docs.git`;
  const binding: WrittenBinding = {
    name: 'handbook',
    platform: { kind: 'embedded', url: service.url, subject: project.id },
    repository: { url: repositoryUrl, branch: 'main' },
  };
  const environment = {
    DOCBRIDGE_STATE: join(root, 'state'),
    DOCBRIDGE_PLATFORM_TOKEN: token,
    DOCBRIDGE_PLATFORM_ORIGIN: service.url,
    DOCBRIDGE_GIT_TOKEN: token,
    DOCBRIDGE_GIT_ORIGIN: service.url,
  };
  const options = (more: RunMore) => ({
    directory: workspace,
    ...more,
    environment: { ...environment, ...more.environment },
  });
  let isCloned = false;
  const world: CliWorld = {
    root,
    workspace,
    url: service.url,
    repositoryUrl,
    token,
    store,
    environment,
    clone,
    configure: (change) =>
      writeFile(join(workspace, 'docbridge.json'), JSON.stringify({ bindings: change(binding) }, null, 2)),
    run: (args, more = {}) => runCli(args, options(more)),
    git: async (...args) => {
      if (!isCloned)
        await runGit(['clone', '--quiet', '--', repositoryUrl, clone], { directory: root, token });
      isCloned = true;
      return runGit(args, { directory: clone, token });
    },
    stop: async () => {
      await service.stop();
      await rm(root, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  await world.configure((each) => [each]);
  return world;
}
