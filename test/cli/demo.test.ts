import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, startCli } from '../support/cli/runCli.js';

/** Processes that work in a folder, by their current directory; where there is no /proc, none are found. */
async function processesIn(folder: string): Promise<readonly string[]> {
  const ids = await readdir('/proc').catch(() => []);
  const found: string[] = [];
  for (const id of ids.filter((name) => /^\d+$/u.test(name))) {
    const cwd = await readlink(`/proc/${id}/cwd`).catch(() => '');
    if (cwd.startsWith(folder)) found.push(id);
  }
  return found;
}

suite('docbridge demo', function () {
  this.timeout(120_000);
  let directory: string;
  let temporary: string;
  const options = () => ({ directory, environment: { TMPDIR: temporary, TMP: temporary, TEMP: temporary } });

  setup(async () => {
    directory = await mkdtemp(join(tmpdir(), 'docbridge-demo-test-'));
    temporary = join(directory, 'tmp');
    await mkdir(temporary);
  });
  teardown(() => rm(directory, { recursive: true }));

  test('plays the whole story and leaves nothing', async () => {
    const { code, stdout, stderr } = await runCli(['demo'], options());
    assert.equal(code, 0, stdout + stderr);
    assert.equal(stderr, '');
    for (const part of [
      'Export: what the platform holds',
      'Import: the edits arrive',
      'Export again: there is nothing to do',
      'A true conflict',
      'Done.',
    ]) {
      assert.ok(stdout.includes(part), part);
    }
    assert.deepEqual(await readdir(temporary), []);
    assert.deepEqual((await readdir(directory)).sort(), ['tmp']);
    assert.deepEqual(await processesIn(temporary), []);
  });

  test('leaves nothing either when it is interrupted', async () => {
    const running = await startCli(['demo'], options());
    await running.until('Export: what');
    running.child.kill('SIGINT');
    const { code } = await running.result;
    assert.equal(code, 130);
    assert.deepEqual(await readdir(temporary), []);
    assert.deepEqual(await processesIn(temporary), []);
  });

  test('keeps everything where it is told to, ready to be served again', async () => {
    const { code, stdout, stderr } = await runCli(['demo', '--keep', 'kept'], options());
    assert.equal(code, 0, stdout + stderr);
    assert.deepEqual(await readdir(temporary), []);
    assert.deepEqual((await readdir(join(directory, 'kept'))).sort(), [
      'clone',
      'platform',
      'repos',
      'state',
      'token',
      'workspace',
    ]);
    const port = /--port (\d+)/u.exec(stdout)?.[1];
    assert.ok(port);
    const serving = await startCli(['serve', '--data', 'kept', '--port', port], { directory });
    await serving.until('listening');
    const url = `http://127.0.0.1:${port}`;
    const token = (await readFile(join(directory, 'kept/token'), 'utf8')).trim();
    const status = await runCli(['status', '--json'], {
      directory: join(directory, 'kept/workspace'),
      environment: {
        DOCBRIDGE_STATE: join(directory, 'kept/state'),
        DOCBRIDGE_PLATFORM_ORIGIN: url,
        DOCBRIDGE_PLATFORM_TOKEN: token,
        DOCBRIDGE_GIT_ORIGIN: url,
        DOCBRIDGE_GIT_TOKEN: token,
      },
    });
    serving.child.kill('SIGTERM');
    assert.equal((await serving.result).code, 0);
    assert.equal(status.code, 0, status.stdout + status.stderr);
    assert.match(status.stdout, /"state":"in-sync"/u);
  });

  test('does not touch a folder that holds something', async () => {
    await writeFile(join(directory, 'tmp/mine'), 'x');
    const { code, stderr } = await runCli(['demo', '--keep', 'tmp'], { directory });
    assert.equal(code, 2);
    assert.match(stderr, /is not empty/u);
    assert.deepEqual(await readdir(temporary), ['mine']);
  });
});
