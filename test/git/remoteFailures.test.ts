import assert from 'node:assert/strict';
import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { DocbridgeError } from '../../server/src/errors/DocbridgeError.js';
import {
  GitAuthError,
  GitFailureError,
  PushDeniedError,
  RepositoryNotFoundError,
} from '../../server/src/errors/gitErrors.js';
import { NetworkError, UrlRefusedError } from '../../server/src/errors/networkErrors.js';
import { ConfigurationError } from '../../server/src/errors/usageErrors.js';
import type { GitCredential } from '../../server/src/ports/Credentials.js';
import type { GitServer } from '../support/gitServer.js';
import { startGitServer } from '../support/gitServer.js';
import type { TestRemotes } from '../support/gitServerRemote.js';
import { commitRequest, createTestRemotes, readTexts, writeText } from '../support/gitServerRemote.js';
import { startProxy } from '../support/proxy.js';

const token = 'canary-4711';

/** The token as it is, in percent encoding and inside a Basic header. */
function assertNoSecret(error: unknown): void {
  assert.ok(error instanceof DocbridgeError);
  const text = JSON.stringify([error.message, error, String(error.cause), error.stack]);
  const encoded = ['x-access-token', 'user'].map((user) =>
    Buffer.from(`${user}:${token}`).toString('base64'),
  );
  for (const form of [token, ...encoded]) assert.ok(!text.includes(form), text);
}

suite('what a remote says when something is wrong', () => {
  let server: GitServer;
  let remotes: TestRemotes;
  let others: Server[];

  setup(async () => {
    server = await startGitServer({ token, hooks: true });
    await server.createRepository('docs');
    remotes = await createTestRemotes();
    others = [];
  });
  teardown(async () => {
    await remotes.dispose();
    await server.stop();
    for (const other of others) {
      other.closeAllConnections();
      await new Promise((resolve) => other.close(resolve));
    }
  });

  async function serve(listener: RequestListener): Promise<string> {
    const other = createServer(listener);
    others.push(other);
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  }

  test('a wrong token, no token', async () => {
    const wrong = remotes.open({ url: server.url('docs'), token: `${token}-wrong` });
    await assert.rejects(wrong.head(), (error) => {
      assertNoSecret(error);
      assert.ok(error instanceof GitAuthError);
      assert.match(error.message, /the token was not accepted/);
      return true;
    });
    await assert.rejects(remotes.open({ url: server.url('docs') }).head(), (error) => {
      assert.ok(error instanceof GitAuthError);
      assert.match(error.message, /it wants a token/);
      return true;
    });
  });

  test('after a 401 the credential is asked for once more, and once only', async () => {
    await server.commit('docs', { 'a.md': 'A' });
    const given: GitCredential[] = [];
    const credential = (): Promise<GitCredential> => {
      const next = { token: given.length === 0 ? 'expired' : token };
      given.push(next);
      return Promise.resolve(next);
    };
    const remote = remotes.open({ url: server.url('docs'), credential });
    assert.deepEqual((await remote.head()).branches, ['main']);
    await remote.head();
    assert.equal(given.length, 2);
    let asked = 0;
    const stubborn = remotes.open({
      url: server.url('docs'),
      credential: () => Promise.resolve({ token: `wrong${asked++}` }),
    });
    await assert.rejects(stubborn.head(), GitAuthError);
    assert.equal(asked, 2);
  });

  test('the credential goes along with the first request, under the user that was given', async () => {
    await remotes.open({ url: server.url('docs'), token }).head();
    assert.ok(server.requests.every(({ headers }) => headers.authorization !== undefined));
    const user = remotes.open({
      url: server.url('docs'),
      credential: () => Promise.resolve({ token, user: 'ada' }),
    });
    await user.head();
    const basic = server.requests.at(-1)?.headers.authorization?.slice('Basic '.length) ?? '';
    assert.equal(Buffer.from(basic, 'base64').toString(), `ada:${token}`);
  });

  test('a missing repository', async () => {
    const remote = remotes.open({ url: server.url('missing'), token });
    await assert.rejects(remote.head(), RepositoryNotFoundError);
    await assert.rejects(
      remote.commit(commitRequest(undefined, [writeText('a', 'A')])),
      RepositoryNotFoundError,
    );
  });

  test('a server that is not there', async () => {
    const remote = remotes.open({ url: 'http://127.0.0.1:1/docs.git', token });
    await assert.rejects(remote.head(), (error) => {
      assertNoSecret(error);
      return error instanceof NetworkError;
    });
  });

  test('answers that are not Git', async () => {
    const cases: readonly (readonly [number, string, string, new (...args: never[]) => Error])[] = [
      [200, 'text/html', '<html>Welcome</html>', GitFailureError],
      [200, 'application/x-git-upload-pack-advertisement', '<html>', GitFailureError],
      [
        200,
        'application/x-git-upload-pack-advertisement',
        '001e# service=git-upload-pack\n0000zzzz',
        GitFailureError,
      ],
      [200, 'application/x-git-upload-pack-advertisement', '0017ERR no such service', GitFailureError],
      [200, 'application/x-git-upload-pack-advertisement', '003000000000', GitFailureError],
      [203, 'text/html', '<html>Sign in</html>', GitAuthError],
      [403, 'text/plain', 'IP address \u001b[31mnot\u001b[0m allowed', GitAuthError],
      [410, 'text/plain', 'gone', RepositoryNotFoundError],
      [429, 'text/plain', 'slow down', GitFailureError],
      [500, 'text/html', '<html>oops</html>', GitFailureError],
      [502, 'application/gzip', '\u001f\uFFFD\b\uFFFD', GitFailureError],
    ];
    for (const [status, type, body, kind] of cases) {
      server.fault = { status, body, headers: { 'content-type': type } };
      await assert.rejects(remotes.open({ url: server.url('docs'), token }).head(), (error) => {
        assertNoSecret(error);
        assert.ok(error instanceof kind, `${status} ${body} ${String(error)}`);
        assert.doesNotMatch(error.message, /[\p{Cc}<>\uFFFD]/u);
        return true;
      });
    }
  });

  test('a refusal while fetching is told in the words of the server', async () => {
    const head = await server.commit('docs', { 'a.md': 'A' });
    const words = (text: string): string => (text.length + 4).toString(16).padStart(4, '0') + text;
    for (const body of [words('ERR quota exceeded'), words('packfile\n') + words('\u0003quota exceeded')]) {
      const remote = remotes.open({ url: server.url('docs'), token });
      server.fault = {
        url: '/git-upload-pack',
        status: 200,
        body,
        headers: { 'content-type': 'application/x-git-upload-pack-result' },
      };
      await assert.rejects(remote.snapshot(head), (error: Error) => {
        assert.ok(error instanceof GitFailureError);
        assert.match(error.message, /quota exceeded/);
        return true;
      });
      server.fault = undefined;
      assert.deepEqual(await readTexts(remote, head), { 'a.md': 'A' });
    }
  });

  test('a pack that is damaged is not kept', async () => {
    const head = await server.commit('docs', { 'a.md': 'A' });
    const remote = remotes.open({ url: server.url('docs'), token });
    const band = (bytes: string): string =>
      (bytes.length + 5).toString(16).padStart(4, '0') + `\u0001${bytes}`;
    for (const pack of ['', 'PACK', `PACK${'\0'.repeat(40)}`]) {
      const body = `000dpackfile\n${band(pack)}0000`;
      server.fault = {
        url: '/git-upload-pack',
        status: 200,
        body,
        headers: { 'content-type': 'application/x-git-upload-pack-result' },
      };
      await assert.rejects(remote.snapshot(head), GitFailureError);
    }
    server.fault = undefined;
    assert.deepEqual(await readTexts(remote, head), { 'a.md': 'A' });
  });

  test("a hook's refusal carries the server's words, without control characters", async () => {
    const head = await server.commit('docs', { 'a.md': 'A' });
    const script = "#!/bin/sh\nprintf 'main is \\033[31mprotected\\033[0m\\nask \\007Grace\\n' >&2\nexit 1\n";
    for (const hook of ['pre-receive', 'update']) {
      await server.addHook('docs', hook, script);
      const remote = remotes.open({ url: server.url('docs'), token });
      await assert.rejects(remote.commit(commitRequest(head, [writeText('a.md', 'B')])), (error) => {
        assert.ok(error instanceof PushDeniedError);
        assert.match(error.message, /hook declined/);
        assert.match(error.message, /main is protected; ask Grace/);
        assert.doesNotMatch(error.message, /\p{Cc}/u);
        return true;
      });
      assert.equal((await remote.head()).commit, head);
      await server.addHook('docs', hook, '#!/bin/sh\nexit 0\n');
    }
  });

  test('a change that no tree can hold', async () => {
    const head = await server.commit('docs', { 'a.md': 'A', 'b/c.md': 'C' });
    const remote = remotes.open({ url: server.url('docs'), token });
    for (const path of ['a.md/x', 'b', '../x', 'x//y', '', '.git/config', 'x/.GIT/hooks/y', 'a\0b', '/x']) {
      await assert.rejects(remote.commit(commitRequest(head, [writeText(path, 'X')])), GitFailureError, path);
    }
    await assert.rejects(
      remote.commit(commitRequest(head, [writeText('x', '1'), writeText('x', '2')])),
      GitFailureError,
    );
    assert.equal((await remote.head()).commit, head);
    const swapped = await remote.commit(
      commitRequest(head, [
        writeText('a.md/x', 'X'),
        { op: 'delete', path: 'a.md' },
        { op: 'delete', path: 'b/c.md' },
        writeText('b', 'B'),
      ]),
    );
    assert.ok(swapped.kind === 'committed');
    assert.deepEqual(await readTexts(remote, swapped.commit), { 'a.md/x': 'X', b: 'B' });
  });

  test('a network cut below HTTP, at many places', async () => {
    const text = Array.from({ length: 300 }, (_, index) => Math.sin(index)).join('');
    const head = await server.commit('docs', { 'a.md': text });
    const proxy = await startProxy(server.port);
    try {
      const remote = remotes.open({ url: `http://127.0.0.1:${proxy.port}/docs.git`, token });
      for (let cut = 1; cut < 1500; cut += 97) {
        proxy.cutAfter(cut);
        await assert.rejects(remote.snapshot(head), (error) => error instanceof NetworkError);
      }
      proxy.cutAfter(undefined);
      assert.deepEqual(await readTexts(remote, head), { 'a.md': text });
    } finally {
      await proxy.stop();
    }
  });

  suite('redirects', () => {
    test('inside the origin the discovery is followed, and the later requests go to the new place', async () => {
      const head = await server.commit('docs', { 'a.md': 'A' });
      const origin = await serve((request, response) => {
        const path = request.url ?? '';
        if (path.startsWith('/old'))
          response.writeHead(301, { location: path.replace('/old', '/docs') }).end();
        else forward(request, response, server.port);
      });
      const remote = remotes.open({ url: `${origin}/old.git`, token });
      assert.equal((await remote.head()).commit, head);
      const result = await remote.commit(commitRequest(head, [writeText('b.md', 'B')]));
      assert.equal(result.kind, 'committed');
    });

    test('another origin never sees the credential, for any status', async () => {
      const seen: IncomingMessage['headers'][] = [];
      const evil = await serve((request, response) => {
        seen.push(request.headers);
        response.writeHead(401).end();
      });
      for (const status of [301, 302, 303, 307, 308]) {
        const origin = await serve((request, response) => {
          response.writeHead(status, { location: `${evil}${request.url ?? ''}` }).end();
        });
        await assert.rejects(remotes.open({ url: `${origin}/docs.git`, token }).head(), (error) => {
          assertNoSecret(error);
          return error instanceof GitAuthError;
        });
      }
      assert.ok(seen.length >= 5);
      assert.ok(seen.every((headers) => headers.authorization === undefined));
      assert.ok(!JSON.stringify(seen).includes(token));
    });

    test('a moved repository at another origin is read without the credential', async () => {
      const open = await startGitServer();
      try {
        await open.createRepository('docs');
        const head = await open.commit('docs', { 'a.md': 'A' });
        const origin = await serve((request, response) => {
          response.writeHead(301, { location: `${open.origin}${request.url ?? ''}` }).end();
        });
        const remote = remotes.open({ url: `${origin}/docs.git`, token });
        assert.deepEqual(await readTexts(remote, (await remote.head()).commit ?? ''), { 'a.md': 'A' });
        assert.equal(remote.url, `${origin}/docs.git`);
        assert.ok(open.requests.length > 2);
        assert.ok(open.requests.every(({ headers }) => headers.authorization === undefined));
        assert.equal((await remote.head()).commit, head);
      } finally {
        await open.stop();
      }
    });

    test('a redirect to a page that is no repository, or of a push, is refused', async () => {
      server.fault = { url: 'info/refs', status: 302, headers: { location: '/login' } };
      await assert.rejects(remotes.open({ url: server.url('docs'), token }).head(), DocbridgeError);
      const head = await server.commit('docs', { 'a.md': 'A' });
      const remote = remotes.open({ url: server.url('docs'), token });
      server.fault = {
        url: '/git-receive-pack',
        status: 307,
        headers: { location: `${server.origin}/other` },
      };
      await assert.rejects(remote.commit(commitRequest(head, [writeText('a.md', 'B')])), GitFailureError);
    });
  });

  test('addresses and branches that are refused before anything is sent', () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      [`https://user:${token}@example.com/a.git`, /user name or password/],
      [`https://${token}@example.com/a.git`, /user name or password/],
      ['https://example.com/a.git\nhost=evil.example', /line break/],
      ['https://example.com/a\r.git', /line break/],
      ['-oProxyCommand=x', /hyphen/],
      ['https:///a.git', /no host/],
      ['https://-evil/a.git', /no host/],
      ['https://example.com', /names no repository/],
      ['https://example.com/a.git?x=y', /query/],
      ['ssh://git@example.com/a.git', /SSH addresses are not supported yet; use the https/],
      ['git@example.com:a/b.git', /SSH addresses are not supported yet/],
      ['file:///tmp/a.git', /only https and http/],
      ['/tmp/a.git', /only https and http/],
      ['ext::sh -c x', /space/],
      ['ftp://example.com/a.git', /only https and http/],
    ];
    for (const [url, expected] of cases) {
      assert.throws(
        () => remotes.open({ url }),
        (error) => {
          assertNoSecret(error);
          assert.ok(error instanceof UrlRefusedError, url);
          assert.match(error.message, expected);
          return true;
        },
      );
    }
    for (const branch of [
      '',
      '-x',
      'a..b',
      'a b',
      'a.lock',
      'x/.y',
      '@',
      'HEAD',
      'a\nb',
      '/a',
      'a/',
      'a^',
      'x@{1}',
    ]) {
      assert.throws(() => remotes.open({ url: server.url('docs'), branch }), ConfigurationError, branch);
    }
  });

  test('a token is not sent over plain http to another machine', async () => {
    const remote = remotes.open({ url: 'http://git.example.com/docs.git', token });
    await assert.rejects(remote.head(), (error) => {
      assertNoSecret(error);
      assert.ok(error instanceof UrlRefusedError);
      assert.match(error.message, /use https/);
      return true;
    });
  });
});

function forward(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url: path, headers } = request;
  const onward = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  request.pipe(onward);
}
