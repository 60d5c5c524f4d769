import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Binding } from '../../config/Configuration.js';
import { parseConfiguration } from '../../config/parseConfiguration.js';
import { UsageError } from '../../errors/usageErrors.js';
import { isErrorCode } from '../../node/errorCode.js';
import { openEngine } from '../../node/openEngine.js';
import { sampleContent } from '../../platforms/embedded/samples/sampleContent.js';
import { seedSampleContent } from '../../platforms/embedded/seedSampleContent.js';
import type { Logger } from '../../ports/Logger.js';
import type { Engine } from '../../sync/Engine.js';
import { createBareRepository } from '../service/createBareRepository.js';
import { dataFolder } from '../service/dataFolder.js';
import { firstToken } from '../service/firstToken.js';
import { openStore } from '../service/openStore.js';
import { startService } from '../service/startService.js';
import { Checkout } from './Checkout.js';

/** Everything that the demo plays with. */
export interface DemoStage {
  readonly root: string;
  /** Where platform and repository are served. */
  readonly url: string;
  /** Folder of the bare repository. */
  readonly repository: string;
  readonly configurationFile: string;
  readonly binding: Binding;
  readonly engine: Engine;
  readonly checkout: Checkout;
  readonly token: string;
  readonly projectName: string;
  /** Names of all apps that the platform holds. */
  appNames(): readonly string[];
  /** Stops everything; the folder goes too unless it is to be kept. */
  clear(): Promise<void>;
}

export interface StageOptions {
  /** Folder to leave behind; a temporary one that is removed when absent. */
  readonly keep?: string | undefined;
  readonly directory: string;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** Builds the stage: the embedded platform with its samples, an empty repository, a configuration. */
export async function setStage(options: StageOptions): Promise<DemoStage> {
  const { keep, logger, signal } = options;
  const root =
    keep === undefined
      ? await mkdtemp(join(tmpdir(), 'docbridge-demo-'))
      : await emptyFolder(resolve(options.directory, keep));
  const undo: (() => Promise<void>)[] = [];
  if (keep === undefined) undo.push(() => rm(root, { recursive: true, force: true, maxRetries: 5 }));
  const clear = async (): Promise<void> => {
    for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
  };
  try {
    const folder = dataFolder(root);
    const store = await openStore(folder.platform);
    const { project } = await seedSampleContent(store, sampleContent());
    const token = await firstToken(store, folder);
    const service = await startService({ store, folder, host: '127.0.0.1', port: 0, logger });
    undo.push(() => service.stop());
    const repository = await createBareRepository(folder, { namespace: 'kettle-lane', slug: 'handbook' });
    const configuration = {
      bindings: [
        {
          name: 'handbook',
          platform: { kind: 'embedded', url: service.url, subject: project.id },
          repository: { url: `${service.url}/kettle-lane/handbook.git`, branch: 'main' },
        },
      ],
    };
    const text = `${JSON.stringify(configuration, null, 2)}\n`;
    const configurationFile = join(root, 'workspace', 'docbridge.json');
    await mkdir(join(root, 'workspace'));
    await writeFile(configurationFile, text);
    const [binding] = parseConfiguration(text, configurationFile).bindings;
    if (binding === undefined) throw new Error('The configuration holds a binding.');
    const engine = openEngine(binding, {
      credentials: {
        platform: () => Promise.resolve({ token }),
        git: () => Promise.resolve({ token }),
      },
      logger,
      stateRoot: join(root, 'state'),
    });
    undo.push(() => engine.dispose());
    return {
      root,
      url: service.url,
      repository,
      configurationFile,
      binding,
      engine,
      checkout: new Checkout(join(root, 'clone'), token, signal),
      token,
      projectName: project.name,
      appNames: () => store.state.apps.filter(() => true).map(({ name }) => name),
      clear,
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

async function emptyFolder(path: string): Promise<string> {
  let names: readonly string[];
  try {
    names = await readdir(path);
  } catch (error) {
    if (isErrorCode(error, 'ENOTDIR')) throw new UsageError(`${path} is not a folder.`);
    if (!isErrorCode(error, 'ENOENT')) throw error;
    names = [];
  }
  if (names.length > 0)
    throw new UsageError(`${path} is not empty. Name a new or an empty folder for --keep.`);
  await mkdir(path, { recursive: true, mode: 0o700 });
  return path;
}
