import { NodeClock } from '../../node/NodeClock.js';
import { NodeFileSystem } from '../../node/NodeFileSystem.js';
import { NodeHash } from '../../node/NodeHash.js';
import { NodeRandom } from '../../node/NodeRandom.js';
import { openEmbeddedStore } from '../../platforms/embedded/store/EmbeddedStore.js';
import type { EmbeddedStore } from '../../platforms/embedded/store/EmbeddedStore.js';

/** Opens the embedded platform's store in a folder on disk. */
export function openStore(directory: string): Promise<EmbeddedStore> {
  return openEmbeddedStore({
    directory,
    fs: new NodeFileSystem(),
    clock: new NodeClock(),
    random: new NodeRandom(),
    hash: new NodeHash(),
  });
}
