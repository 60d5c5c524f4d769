import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Json } from '../../../server/src/convert/tiptap.js';
import { StateError } from '../../../server/src/errors/usageErrors.js';
import { NodeClock } from '../../../server/src/node/NodeClock.js';
import { NodeFileSystem } from '../../../server/src/node/NodeFileSystem.js';
import { NodeHash } from '../../../server/src/node/NodeHash.js';
import { NodeProcesses } from '../../../server/src/node/NodeProcesses.js';
import { NodeRandom } from '../../../server/src/node/NodeRandom.js';
import { nullLogger } from '../../../server/src/ports/Logger.js';
import { SealedFile } from '../../../server/src/sync/state/SealedFile.js';
import { seal, unseal } from '../../../server/src/sync/state/seal.js';

const hash = new NodeHash();

suite('SealedFile', () => {
  let folder: string;
  const file = (version: number, upgrades: Readonly<Record<number, (value: Json) => Json>> = {}) =>
    new SealedFile(
      join(folder, 'x.json'),
      {
        fileSystem: new NodeFileSystem(),
        hash,
        clock: new NodeClock(),
        random: new NodeRandom(),
        processes: new NodeProcesses(),
        logger: nullLogger,
      },
      { version, upgrades },
    );

  setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docbridge-sealed-'));
  });
  teardown(() => rm(folder, { recursive: true }));

  test('upgrades step by step, and keeps the old file before it writes over it', async () => {
    const old = seal(['one'], hash, 1);
    await writeFile(join(folder, 'x.json'), old);
    const add = (word: string) => (value: Json) => [...(Array.isArray(value) ? (value as Json[]) : []), word];
    const current = file(3, { 1: add('two'), 2: add('three') });
    assert.deepEqual(await current.read(), ['one', 'two', 'three']);
    assert.deepEqual(await readdir(folder), ['x.json'], 'reading changes nothing');
    await current.write(['four']);
    assert.deepEqual(await current.read(), ['four']);
    assert.deepEqual(new Uint8Array(await readFile(join(folder, 'x.json.v1'))), old);
    await assert.rejects(file(1).read(), StateError);
    await assert.rejects(file(1).write([]), StateError);
  });

  test('says so when a version is too old', async () => {
    await file(1).write(['one']);
    await assert.rejects(file(2).read(), /version 1 is no longer readable/u);
  });

  test('what is sealed comes back; any cut or change of a byte is noticed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, change) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        const bytes = seal(json, hash);
        assert.deepEqual(unseal(bytes, hash), { kind: 'value', version: 1, value: json });
        const place = at % bytes.length;
        assert.equal(unseal(bytes.subarray(0, place), hash).kind, 'damaged');
        const changed = Uint8Array.from(bytes);
        changed[place] = (changed[place] ?? 0) ^ change;
        assert.equal(unseal(changed, hash).kind, 'damaged');
      }),
    );
  });
});
