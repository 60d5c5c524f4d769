import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { GitServer } from '../support/gitServer.js';
import { startGitServer } from '../support/gitServer.js';
import { git } from '../support/gitServerCommand.js';

suite('gitHttpBackend', () => {
  let server: GitServer;
  let work: string;

  setup(async () => {
    work = await mkdtemp(join(tmpdir(), 'docbridge-git-work-'));
  });
  teardown(async () => {
    await server.stop();
    await rm(work, { recursive: true, force: true });
  });

  function withToken(url: string, token: string): string {
    return url.replace('http://', `http://user:${token}@`);
  }

  test('the real git clones, pushes and pulls with the token, in protocol 0 and 2', async () => {
    server = await startGitServer({ token: 'right' });
    await server.createRepository('acme/handbook');
    const url = withToken(server.url('acme/handbook'), 'right');
    for (const version of ['0', '2']) {
      const clone = join(work, `clone${version}`);
      await git(work, ['-c', `protocol.version=${version}`, 'clone', '--quiet', url, clone]);
      await writeFile(join(clone, `page${version}.md`), `# Page ${version}\n`);
      await git(clone, ['add', '.']);
      await git(clone, ['commit', '--quiet', '-m', 'Add a page']);
      await git(clone, ['push', '--quiet', 'origin', 'main']);
    }
    assert.deepEqual(
      (await git(server.path('acme/handbook'), ['ls-tree', '--name-only', 'main'])).split('\n'),
      ['page0.md', 'page2.md'],
    );
    assert.equal(await readFile(join(work, 'clone2', 'page0.md'), 'utf8'), '# Page 0\n');
    assert.ok(server.requests.some(({ headers }) => headers['git-protocol'] === 'version=2'));
  });

  test('asks for a sign-in', async () => {
    server = await startGitServer({ token: 'right' });
    await server.createRepository('a');
    const response = await fetch(`${server.url('a')}/info/refs?service=git-upload-pack`);
    assert.equal(response.status, 401);
    assert.match(response.headers.get('www-authenticate') ?? '', /^Basic /);
    await assert.rejects(
      git(work, ['clone', withToken(server.url('a'), 'wrong'), 'x']),
      /Authentication failed/,
    );
  });

  test('takes gzip bodies', async () => {
    server = await startGitServer();
    await server.createRepository('a');
    const head = await server.commit('a', { 'a.md': 'A' });
    const body = gzipSync('0014command=ls-refs\n0000');
    const response = await fetch(`${server.url('a')}/git-upload-pack`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-git-upload-pack-request',
        'content-encoding': 'gzip',
        'git-protocol': 'version=2',
      },
      body,
    });
    assert.equal(response.status, 200);
    assert.ok((await response.text()).includes(head));
  });

  test('answers nothing outside its root, and no dumb or unknown request', async () => {
    server = await startGitServer();
    await server.createRepository('a');
    await git(work, ['init', '--quiet', '--bare', 'outside.git']);
    await symlink(join(work, 'outside.git'), join(server.root, 'link.git'));
    const refs = 'info/refs?service=git-upload-pack';
    const paths = [
      `/../${work.split('/').at(-1) ?? ''}/outside.git/${refs}`,
      `/%2e%2e/outside.git/${refs}`,
      `/a.git/..%2f../x.git/${refs}`,
      `/a.git%00/${refs}`,
      `/a.git/./${refs}`,
      `/.hidden/${refs}`,
      `//a.git/${refs}`,
      `/link.git/${refs}`,
      `/missing.git/${refs}`,
      `/a.git/%E0%A4%A/${refs}`,
      '/a.git/info/refs',
      '/a.git/info/refs?service=git-upload-archive',
      '/a.git/config',
      '/a.git/HEAD',
      '/a.git/objects/info/packs',
      '/',
    ];
    for (const path of paths) assert.equal(await rawStatus(server.port, `GET ${path} HTTP/1.1`), 404, path);
    assert.equal(await rawStatus(server.port, `GET /a.git/${refs} HTTP/1.1`), 200);
    assert.equal(await rawStatus(server.port, `POST /a.git/${refs} HTTP/1.1`), 405);
  });

  test("a repository's own hooks run only when that is allowed", async () => {
    for (const hooks of [false, true]) {
      server = await startGitServer({ hooks });
      await server.createRepository('a');
      await server.addHook('a', 'pre-receive', '#!/bin/sh\necho no pushes today >&2\nexit 1\n');
      const clone = join(work, String(hooks));
      await git(work, ['clone', '--quiet', server.url('a'), clone]);
      await git(clone, ['commit', '--quiet', '--allow-empty', '-m', 'Empty']);
      const push = git(clone, ['push', '--quiet', 'origin', 'HEAD:main']);
      if (hooks) await assert.rejects(push, /no pushes today/);
      else await push;
      if (!hooks) await server.stop();
    }
  });

  test('a client that leaves in the middle ends the child process', async () => {
    server = await startGitServer({ hooks: true });
    await server.createRepository('a');
    const socket = connect(server.port, '127.0.0.1');
    socket.write(
      'POST /a.git/git-receive-pack HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-git-receive-pack-request\r\n' +
        'content-length: 100000\r\n\r\n00',
    );
    await until(async () => (await processesIn(server.root)) >= 2);
    socket.destroy();
    await until(async () => (await processesIn(server.root)) === 0);
  });
});

/** How many processes have their working directory in a folder (Linux). */
async function processesIn(folder: string): Promise<number> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const folders = await Promise.all(ids.map((id) => readlink(`/proc/${id}/cwd`).catch(() => '')));
  return folders.filter((name) => name.startsWith(folder)).length;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}

function rawStatus(port: number, line: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk;
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1])));
    socket.write(`${line}\r\nhost: x\r\nconnection: close\r\n\r\n`);
  });
}
