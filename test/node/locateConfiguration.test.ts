import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfiguration, locateConfiguration } from '../../server/src/node/locateConfiguration.js';
import { ConfigurationError } from '../../server/src/errors/usageErrors.js';
import { NodeFileSystem } from '../../server/src/node/NodeFileSystem.js';
import { SharedDisk } from '../support/SharedDisk.js';

suite('locateConfiguration', () => {
  const fileSystem = new NodeFileSystem();
  let folder: string;

  setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docbridge-config-'));
    await mkdir(join(folder, 'checkout/.git'), { recursive: true });
    await mkdir(join(folder, 'checkout/docs/en'), { recursive: true });
  });
  teardown(() => rm(folder, { recursive: true }));

  test('finds the nearest one above, within the checkout', async () => {
    await writeFile(join(folder, 'docbridge.json'), '{"bindings":[]}');
    assert.equal(await locateConfiguration(fileSystem, join(folder, 'checkout/docs/en')), undefined);
    await writeFile(join(folder, 'checkout/docbridge.json'), '{"bindings":[]}');
    assert.equal(
      await locateConfiguration(fileSystem, join(folder, 'checkout/docs/en')),
      join(folder, 'checkout/docbridge.json'),
    );
  });

  test('passes a folder whose names cannot be read', async () => {
    const disk = new SharedDisk(folder);
    assert.equal(await locateConfiguration(disk, join(folder, 'mine')), undefined);
    await assert.rejects(loadConfiguration(disk, { directory: join(folder, 'mine') }), /does not exist/u);
  });

  test('loads the named file', async () => {
    await writeFile(join(folder, 'other.json'), '{"bindings":[]}');
    const configuration = await loadConfiguration(fileSystem, { file: 'other.json', directory: folder });
    assert.deepEqual(configuration, { file: join(folder, 'other.json'), bindings: [] });
  });

  test('says what is missing', async () => {
    const checkout = join(folder, 'checkout');
    await assert.rejects(loadConfiguration(fileSystem, { directory: checkout }), (error) => {
      assert.ok(error instanceof ConfigurationError);
      assert.match(error.message, /--config/u);
      return true;
    });
    await assert.rejects(
      loadConfiguration(fileSystem, { file: 'nothing.json', directory: checkout }),
      /nothing\.json cannot be used: it does not exist\.$/u,
    );
    await writeFile(join(folder, 'binary.json'), Buffer.from([0xff, 0xfe, 0x00]));
    await assert.rejects(
      loadConfiguration(fileSystem, { file: 'binary.json', directory: folder }),
      /it is not UTF-8 text/u,
    );
  });
});
