import { BindingLockedError, UsageError } from '../../errors/usageErrors.js';
import { NodeClock } from '../../node/NodeClock.js';
import { NodeFileSystem } from '../../node/NodeFileSystem.js';
import { NodeHash } from '../../node/NodeHash.js';
import { NodeProcesses } from '../../node/NodeProcesses.js';
import { NodeRandom } from '../../node/NodeRandom.js';
import type { Logger } from '../../ports/Logger.js';
import { BindingLock } from '../../sync/state/BindingLock.js';
import type { DataFolder } from './dataFolder.js';

/**
 * Keeps a second process from serving the folder: each holds the documents in memory, and would write over
 * what the other one stored. A process that died holds nothing. Throws `UsageError`.
 */
export async function holdDataFolder(
  { root }: DataFolder,
  logger: Logger,
): Promise<{ release(): Promise<void> }> {
  const lock = new BindingLock(root, root, {
    fileSystem: new NodeFileSystem(),
    hash: new NodeHash(),
    clock: new NodeClock(),
    random: new NodeRandom(),
    processes: new NodeProcesses(),
    logger,
  });
  try {
    return await lock.take();
  } catch (error) {
    if (!(error instanceof BindingLockedError)) throw error;
    const owner = String(error.data['owner']);
    throw new UsageError(`${root} is served by ${owner} already; stop that one, or name another folder.`);
  }
}
