import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, startCli } from '../../support/cli/runCli.js';

suite('docbridge serve', function () {
  this.timeout(60_000);
  let directory: string;

  setup(async () => {
    directory = await mkdtemp(join(tmpdir(), 'docbridge-serve-'));
  });
  teardown(() => rm(directory, { recursive: true }));

  test('answers until it is asked to stop', async () => {
    const serving = await startCli(['serve', '--data', 'served', '--port', '0'], { directory });
    await serving.until('\n');
    serving.child.kill('SIGINT');
    const { code, stdout, stderr } = await serving.result;
    assert.equal(code, 0, stderr);
    const { listening } = JSON.parse(stdout) as { readonly listening: string };
    assert.match(listening, /^http:\/\/127\.0\.0\.1:\d+$/u);
    assert.match(stderr, /The token is in .*served.token/u);
  });

  test('serves a folder once at a time, and again after a kill', async () => {
    const args = ['serve', '--data', 'data'];
    const one = await startCli(args, { directory });
    await one.until('listening');
    const other = await runCli(args, { directory });
    assert.equal(other.code, 2, other.stdout + other.stderr);
    assert.match(other.stderr, /data is served by process \d+ on .* already; stop that one/u);
    one.child.kill('SIGKILL');
    await one.result;

    const next = await startCli(args, { directory });
    await next.until('listening');
    next.child.kill('SIGTERM');
    assert.equal((await next.result).code, 0);
    assert.deepEqual(await readdir(join(directory, 'data/lock')), []);
  });

  test('says what to do where it cannot listen, and gives 2', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const port = String((taken.address() as AddressInfo).port);
    try {
      for (const [args, message] of [
        [['--port', port], /Cannot listen at 127\.0\.0\.1, port \d+: the port is in use; choose another/u],
        [['--host', '203.0.113.7'], /no address of this machine; choose another --host/u],
      ] as const) {
        const { code, stdout, stderr } = await runCli(['serve', '--data', 'data', ...args], { directory });
        assert.equal(code, 2, stderr);
        assert.equal(stdout, '');
        assert.match(stderr, message);
      }
    } finally {
      await new Promise((resolve) => taken.close(resolve));
    }
  });
});
