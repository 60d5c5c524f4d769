import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createLanguageService } from '../../../server/src/language/LanguageService.js';
import { NodeClock } from '../../../server/src/node/NodeClock.js';
import { nullLogger } from '../../../server/src/ports/Logger.js';
import { DocumentIndexes } from '../../../server/src/requests/diagnostics/DocumentIndexes.js';
import { NodeFolderReader } from '../../../server/src/requests/diagnostics/NodeFolderReader.js';

suite('DocumentIndexes', () => {
  let folder: string;
  const text = '---\ntitle: t\ndocbridge: { id: d1 }\n---\n';

  setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docbridge-indexes-'));
  });
  teardown(() => rm(folder, { recursive: true }));

  async function write(path: string): Promise<string> {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
    return pathToFileURL(join(folder, path)).href;
  }

  test('a change in a folder that is left out brings nothing in', async () => {
    await write('one.md');
    const root = `${pathToFileURL(folder).href}/`;
    const ready = new Promise<DocumentIndexes>((resolve) => {
      const indexes: DocumentIndexes = new DocumentIndexes(
        {
          reader: new NodeFolderReader(),
          language: createLanguageService({ clock: new NodeClock() }),
          logger: nullLogger,
        },
        () => resolve(indexes),
      );
      indexes.get(root, 'docbridge');
    });
    const indexes = await ready;
    const index = indexes.get(root, 'docbridge');
    for (const path of ['.worktrees/copy/one.md', 'node_modules/a/one.md', 'docs/.hidden/one.md'])
      await indexes.diskChanged(await write(path));
    assert.deepEqual(index.withId('d1', ''), ['one.md']);
    await indexes.diskChanged(await write('docs/.two.md'));
    await indexes.diskChanged(await write('docs/three.md'));
    assert.deepEqual(index.withId('d1', ''), ['docs/.two.md', 'docs/three.md', 'one.md']);
  });
});
