import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertFits } from '../../support/cli/outputSchemas.js';
import { runCli } from '../../support/cli/runCli.js';

suite('docbridge check', function () {
  this.timeout(60_000);
  let directory: string;
  const run = (args: readonly string[]) => runCli(args, { directory });

  setup(async () => {
    directory = await mkdtemp(join(tmpdir(), 'docbridge-check-'));
  });
  teardown(() => rm(directory, { recursive: true }));

  test('prints the same in three forms', async () => {
    await writeFile(join(directory, 'Broken.md'), '---\ntitle: [\n---\n\nText.\n');
    const json = await run(['check', '--format', 'json']);
    assert.equal(json.code, 1, json.stdout + json.stderr);
    const findings = JSON.parse(json.stdout) as readonly { readonly file: string; readonly code: string }[];
    assertFits('check', findings);
    assert.equal(findings[0]?.file, 'Broken.md');
    const text = await run(['check', directory]);
    assert.equal(text.code, 1);
    assert.match(text.stdout, /Broken\.md\n {2}\d+:\d+ {2}error/u);
    const log = JSON.parse((await run(['check', '--format', 'sarif'])).stdout) as {
      readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[];
    };
    assert.equal(log.runs[0]?.results[0]?.ruleId, findings[0].code);
    const both = await run(['check', '--json', '--format', 'sarif']);
    assert.deepEqual(JSON.parse(both.stdout), log);
    await writeFile(join(directory, 'Broken.md'), '---\ntitle: Whole\n---\n\nText.\n');
    const clean = await run(['check', '--json']);
    assert.deepEqual([clean.code, clean.stdout], [0, '[]\n']);
  });
});
