import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '../../server/src/platforms/embedded/store/records.js';
import { startCliWorld } from '../support/cli/cliWorld.js';
import type { CliWorld } from '../support/cli/cliWorld.js';
import { assertFits } from '../support/cli/outputSchemas.js';
import type { CliResult } from '../support/cli/runCli.js';

interface Shape {
  readonly name: string;
  readonly status: string;
  readonly state: string;
  readonly commit_sha: string | null;
  readonly error?: { readonly code: string };
  readonly items: readonly { readonly op: string }[];
  readonly conflicts: readonly { readonly id: string; readonly path: string }[];
  readonly runs: readonly { readonly status: string }[];
}

function bindingsOf(result: CliResult): readonly Shape[] {
  return (JSON.parse(result.stdout) as { readonly bindings: readonly Shape[] }).bindings;
}

function first(result: CliResult): Shape {
  const [binding] = bindingsOf(result);
  assert.ok(binding, result.stdout);
  return binding;
}

/** Everything below a folder, as one text. */
async function everythingIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')),
  );
  return texts.join('\n');
}

suite('docbridge, as a process on real servers', function () {
  this.timeout(120_000);
  let world: CliWorld;

  setup(async () => {
    world = await startCliWorld();
  });
  teardown(() => world.stop());

  test('exports, says so, does nothing the second time, and imports', async () => {
    const planned = await world.run(['plan', '--json']);
    assert.equal(planned.code, 0, planned.stderr);
    assertFits('plan', JSON.parse(planned.stdout));
    assert.ok(first(planned).items.length > 30);

    const exported = await world.run(['export', 'handbook', '--json']);
    assert.equal(exported.code, 0, exported.stdout + exported.stderr);
    assert.equal(exported.stderr, '');
    assertFits('runs', JSON.parse(exported.stdout));
    assert.equal(first(exported).status, 'success');
    assert.equal((await world.git('rev-parse', 'HEAD')).trim(), first(exported).commit_sha);

    const again = await world.run(['sync', '--json']);
    assert.equal(again.code, 0);
    assert.deepEqual([first(again).status, first(again).commit_sha], ['skipped', null]);

    await writeFile(join(world.clone, 'New page.md'), '---\ntitle: New page\n---\n\nHello.\n');
    await world.git('add', '--all');
    await world.git('commit', '--quiet', '--message', 'Add');
    await world.git('push', '--quiet');
    const dry = await world.run(['import', '--dry-run', '--json']);
    assertFits('plan', JSON.parse(dry.stdout));
    assert.deepEqual(
      first(dry).items.map(({ op }) => op),
      ['create'],
    );

    const imported = await world.run(['import']);
    assert.equal(imported.code, 0, imported.stderr);
    assert.match(imported.stdout, /^✔ handbook {2}/u);

    const status = await world.run(['status', '--json']);
    assert.equal(status.code, 0);
    assertFits('status', JSON.parse(status.stdout));
    assert.equal(first(status).state, 'in-sync');

    const history = await world.run(['history', '--limit', '2', '--json']);
    assert.equal(history.code, 0);
    assertFits('history', JSON.parse(history.stdout));
    assert.deepEqual(
      first(history).runs.map((run) => run.status),
      ['success', 'skipped'],
    );

    const traces = (await everythingIn(join(world.root, 'state'))) + (await everythingIn(world.clone));
    for (const form of [world.token, Buffer.from(`:${world.token}`).toString('base64').slice(4, -4)]) {
      assert.ok(!traces.includes(form), 'the token is written nowhere');
    }
  });

  test('keeps both versions of a conflict and closes it', async () => {
    await world.run(['export']);
    const path = 'Safety/Fire and smoke.md';
    const edit = async (words: string) => {
      await world.git('pull', '--quiet', 'origin', 'main');
      const file = join(world.clone, path);
      await writeFile(
        file,
        (await readFile(file, 'utf8')).replace(/with the \w+ hook/u, `with the ${words} hook`),
      );
      await world.git('commit', '--quiet', '--all', '--message', 'Edit');
      await world.git('push', '--quiet', 'origin', 'HEAD:main');
    };
    await edit('short');
    const document = world.store.state.documents.find(({ name }) => name === 'Fire and smoke');
    assert.ok(document);
    const text = JSON.stringify(document.content).replace('the long hook', 'the iron hook');
    const owner = world.store.state.projects.get(document.projectId)?.ownerId ?? '';
    await world.store.documents.update(owner, document.id, { content: JSON.parse(text) as JsonObject });

    const met = await world.run(['sync', '--json']);
    assert.equal(met.code, 1, met.stdout + met.stderr);
    assertFits('runs', JSON.parse(met.stdout));
    assert.equal(first(met).status, 'conflict');

    const listed = await world.run(['conflicts', 'handbook', '--json']);
    assert.equal(listed.code, 1);
    assertFits('conflicts', JSON.parse(listed.stdout));
    const [conflict] = first(listed).conflicts;
    assert.equal(conflict?.path, path);
    assert.match((await world.run(['conflicts'])).stdout, /docbridge resolve handbook/u);

    const neither = await world.run(['resolve', 'handbook', conflict.id]);
    assert.equal(neither.code, 2);
    const unknown = await world.run(['resolve', 'handbook', 'nothing', '--keep', 'git']);
    assert.equal(unknown.code, 2, unknown.stdout + unknown.stderr);

    const file = join(world.workspace, 'merged.md');
    const mine = (await readFile(join(world.clone, path), 'utf8')).replace('short hook', 'short iron hook');
    await writeFile(file, mine);
    const resolved = await world.run(['resolve', 'handbook', conflict.id, '--file', 'merged.md', '--json']);
    assert.equal(resolved.code, 0, resolved.stdout + resolved.stderr);
    assertFits('runs', JSON.parse(resolved.stdout));
    await world.git('pull', '--quiet', 'origin', 'main');
    assert.match(await readFile(join(world.clone, path), 'utf8'), /short iron hook/u);
    const now = world.store.state.documents.get(document.id);
    assert.match(JSON.stringify(now?.content), /short iron hook/u);
    assert.equal((await world.run(['conflicts', '--json'])).code, 0);
    assert.equal((await world.run(['status'])).code, 0);
  });

  for (const [title, environment, message] of [
    ['a wrong platform token', { DOCBRIDGE_PLATFORM_TOKEN: 'wr0ng-t0ken' }, /refused the sign-in/u],
    ['a wrong Git token', { DOCBRIDGE_GIT_TOKEN: 'wr0ng-t0ken' }, /refused the sign-in/u],
    ['no platform token', { DOCBRIDGE_PLATFORM_TOKEN: '' }, /Set DOCBRIDGE_PLATFORM_TOKEN/u],
    ['no Git token', { DOCBRIDGE_GIT_TOKEN: '' }, /it wants a token[^]*DOCBRIDGE_GIT_TOKEN/u],
    [
      'a platform token for another address',
      { DOCBRIDGE_PLATFORM_ORIGIN: 'https://docs.example.com' },
      /set DOCBRIDGE_PLATFORM_ORIGIN=http:\/\/127\.0\.0\.1:\d+ to send it there/u,
    ],
    [
      'a Git token for another address',
      { DOCBRIDGE_GIT_ORIGIN: '' },
      /set DOCBRIDGE_GIT_ORIGIN=http:\/\/127\.0\.0\.1:\d+ to send it there/u,
    ],
  ] as const) {
    test(`${title} gives 3 and says what to do`, async () => {
      const result = await world.run(['export'], { environment });
      assert.equal(result.code, 3, result.stdout + result.stderr);
      assert.match(result.stdout, message);
      assert.ok(!(result.stdout + result.stderr).includes('wr0ng-t0ken'));
    });
  }

  test('a missing repository and a missing branch give 2 and name them', async () => {
    await world.configure((binding) => [
      { ...binding, repository: { ...binding.repository, url: `${world.url}/acme/nothing.git` } },
    ]);
    const missing = await world.run(['export']);
    assert.equal(missing.code, 2, missing.stdout + missing.stderr);
    assert.match(missing.stdout, /There is no repository at http:\/\/127\.0\.0\.1:\d+\/acme\/nothing\.git/u);

    await world.configure((binding) => [binding]);
    assert.equal((await world.run(['export'])).code, 0);
    await world.configure((binding) => [
      { ...binding, repository: { ...binding.repository, branch: 'nxet' } },
    ]);
    const branch = await world.run(['export']);
    assert.equal(branch.code, 2, branch.stdout + branch.stderr);
    assert.match(branch.stdout, /no branch "nxet"; it has: main/u);
  });

  test('importing from an empty repository does nothing', async () => {
    const result = await world.run(['import', '--json']);
    assert.equal(result.code, 0, result.stdout + result.stderr);
    assert.equal(first(result).status, 'skipped');
  });

  test('a server that is not there gives 4, one that hangs up gives 4', async () => {
    await world.configure((binding) => [
      { ...binding, repository: { ...binding.repository, url: 'http://127.0.0.1:9/acme/docs.git' } },
    ]);
    const refused = await world.run(['export'], {
      environment: { DOCBRIDGE_GIT_ORIGIN: 'http://127.0.0.1:9' },
    });
    assert.equal(refused.code, 4, refused.stdout + refused.stderr);
    assert.match(refused.stdout, /did not answer/u);

    const cutting = createServer((socket) => socket.once('data', () => socket.destroy()));
    await new Promise<void>((resolve) => cutting.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${(cutting.address() as AddressInfo).port}`;
      await world.configure((binding) => [{ ...binding, platform: { ...binding.platform, url } }]);
      const cut = await world.run(['export', '--json'], { environment: { DOCBRIDGE_PLATFORM_ORIGIN: url } });
      assert.equal(cut.code, 4, cut.stdout + cut.stderr);
      assertFits('runs', JSON.parse(cut.stdout));
      assert.equal(first(cut).error?.code, 'network');
    } finally {
      cutting.close();
    }
  });

  test('one binding that fails does not keep the others back', async () => {
    await world.configure((binding) => [
      { ...binding, name: 'broken', repository: { url: `${world.url}/acme/nothing.git`, branch: 'main' } },
      binding,
    ]);
    const result = await world.run(['export', '--json']);
    assert.equal(result.code, 2);
    assertFits('runs', JSON.parse(result.stdout));
    assert.deepEqual(
      bindingsOf(result).map(({ name, status }) => [name, status]),
      [
        ['broken', 'error'],
        ['handbook', 'success'],
      ],
    );
  });

  test('usage and configuration give 2', async () => {
    for (const [args, message] of [
      [['export', 'nobody'], /There is no binding "nobody"; there are: handbook\./u],
      [['export', '--nonsense'], /unknown option '--nonsense'/u],
      [['nonsense'], /unknown command 'nonsense'/u],
      [[], /^Usage: docbridge/u],
      [['history', '--limit', 'x'], /whole number/u],
      [['export', '--config', 'missing.json'], /missing\.json cannot be used/u],
      [['check', 'missing'], /is not a folder/u],
      [['resolve', 'handbook', 'x', '--keep', 'mine'], /Allowed choices are platform, git, both/u],
    ] as const) {
      const result = await world.run(args);
      assert.equal(result.code, 2, `${args.join(' ')}: ${result.stdout}${result.stderr}`);
      assert.equal(result.stdout, '');
      assert.match(result.stderr, message);
      const asJson = await world.run([...args, '--json']);
      const { error } = JSON.parse(asJson.stdout) as { readonly error: { readonly category: string } };
      assertFits('error', error);
      assert.deepEqual([asJson.code, error.category], [2, 'usage']);
    }
    await world.configure((binding) => [{ ...binding, colour: 'red', platform: { kind: 'ondoki' } }]);
    const wrong = await world.run(['status']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /bindings\[0\]\.colour \(line \d+\): this key is not known/u);
    assert.match(wrong.stderr, /bindings\[0\]\.platform\.url \(line \d+\): this key is missing/u);
  });

  test('a value that no code honours yet is refused, not ignored', async () => {
    await world.configure((binding) => [{ ...binding, format: 'gitbook' }]);
    const result = await world.run(['export', '--json']);
    assert.equal(result.code, 2);
    assertFits('runs', JSON.parse(result.stdout));
    assert.equal(first(result).error?.code, 'not-supported-yet');
  });

  test('a binding that is switched off is left out, and refused by name', async () => {
    await world.configure((binding) => [{ ...binding, enabled: false }]);
    assert.equal((await world.run(['status', '--json'])).stdout, '{"bindings":[]}\n');
    const told = await world.run(['status']);
    assert.deepEqual([told.code, told.stdout, told.stderr], [0, '', 'No binding is enabled.\n']);
    assert.equal((await world.run(['status', 'handbook'])).code, 2);
    assert.equal((await world.run(['export'])).code, 2);
  });
});
