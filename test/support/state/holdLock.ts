// Takes the lock in the folder that the first argument names, says so, and keeps it until it is killed.
import { NodeClock } from '../../../server/src/node/NodeClock.js';
import { NodeFileSystem } from '../../../server/src/node/NodeFileSystem.js';
import { NodeHash } from '../../../server/src/node/NodeHash.js';
import { NodeProcesses } from '../../../server/src/node/NodeProcesses.js';
import { NodeRandom } from '../../../server/src/node/NodeRandom.js';
import { nullLogger } from '../../../server/src/ports/Logger.js';
import { BindingLock } from '../../../server/src/sync/state/BindingLock.js';

const lock = new BindingLock(process.argv[2] ?? '', 'handbook', {
  fileSystem: new NodeFileSystem(),
  hash: new NodeHash(),
  clock: new NodeClock(),
  random: new NodeRandom(),
  processes: new NodeProcesses(),
  logger: nullLogger,
});
await lock.take();
process.stdout.write('held\n');
