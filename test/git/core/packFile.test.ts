import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

import { crc32 } from '../../../server/src/git/core/crc32.js';
import type { GitObject } from '../../../server/src/git/core/gitObject.js';
import { objectId } from '../../../server/src/git/core/gitObject.js';
import { packObjects } from '../../../server/src/git/core/packFile.js';
import { sha1 } from '../../../server/src/git/sha1.js';
import { git, gitBytes } from '../../support/gitServerCommand.js';

suite('packFile', () => {
  test('CRC-32 of the check value "123456789", in one part or several', () => {
    const bytes = new TextEncoder().encode('123456789');
    assert.equal(crc32(bytes), 0xcbf43926);
    assert.equal(crc32(bytes.subarray(0, 4), bytes.subarray(4)), 0xcbf43926);
  });

  test('the real git reads every object and writes the same index', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'docbridge-pack-'));
    try {
      await git(folder, ['init', '--quiet', '--bare']);
      const objects = new Map<string, GitObject>();
      for (const size of [0, 1, 15, 16, 17, 2047, 2048, 2049, 300_000]) {
        const object: GitObject = {
          type: 'blob',
          content: new Uint8Array(size).map((_, at) => (at * 31) % 251),
        };
        objects.set(objectId(object, sha1), object);
      }
      const { id, pack, index } = packObjects(objects, (bytes) => deflateSync(bytes), sha1);
      const path = join(folder, 'objects', 'pack', `pack-${id}`);
      await writeFile(`${path}.pack`, pack);
      await git(folder, ['index-pack', '--strict', `${path}.pack`]);
      assert.deepEqual(await readFile(`${path}.idx`), Buffer.from(index));
      for (const [oid, { content }] of objects) {
        assert.deepEqual(await gitBytes(folder, ['cat-file', 'blob', oid]), Buffer.from(content));
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
