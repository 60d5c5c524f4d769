import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/cli/runCli.js';

const binding = {
  name: 'handbook',
  platform: { kind: 'embedded', url: 'http://127.0.0.1:9', subject: 'x' },
  repository: { url: 'http://127.0.0.1:9/acme/docs.git' },
};

suite('files that are named on the command line', function () {
  this.timeout(60_000);
  let directory: string;

  setup(async () => {
    directory = await mkdtemp(join(tmpdir(), 'docbridge-named-'));
    await mkdir(join(directory, 'folder'));
    await writeFile(join(directory, 'docbridge.json'), JSON.stringify({ bindings: [binding] }));
    await writeFile(join(directory, 'latin1.md'), Buffer.from('caf\u00e9\n', 'latin1'));
  });
  teardown(() => rm(directory, { recursive: true }));

  for (const [args, message] of [
    [['resolve', 'handbook', 'c1', '--file', 'missing.md'], /missing\.md does not exist/u],
    [['resolve', 'handbook', 'c1', '--file', 'folder'], /folder is a folder; name a file/u],
    [['resolve', 'handbook', 'c1', '--file', 'latin1.md'], /latin1\.md is not UTF-8 text/u],
    [['convert', '--to', 'tiptap', '--base', 'folder'], /folder is a folder; name a file/u],
    [['convert', '--to', 'tiptap', '--base', 'latin1.md'], /latin1\.md is not UTF-8 text/u],
    [['status', '--config', 'folder'], /it is a folder; name the file in it/u],
    [['status', '--config', 'latin1.md'], /it is not UTF-8 text/u],
    [['serve', '--data', 'latin1.md'], /latin1\.md is not a folder/u],
  ] as const) {
    test(`${args.join(' ')} gives 2 and says what is wrong`, async () => {
      const { code, stdout, stderr } = await runCli(args, { directory });
      assert.equal(code, 2, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, message);
    });
  }
});
