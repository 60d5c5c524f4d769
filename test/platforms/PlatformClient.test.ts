import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CancelledError, NetworkError, UrlRefusedError } from '../../server/src/errors/networkErrors.js';
import {
  ItemLockedError,
  PlatformAuthError,
  PlatformFailureError,
  PlatformForbiddenError,
  PlatformNotFoundError,
  PlatformRejectedError,
  RateLimitedError,
} from '../../server/src/errors/platformErrors.js';
import { NodeHttpClient } from '../../server/src/node/NodeHttpClient.js';
import { PlatformClient, type PlatformRequest } from '../../server/src/platforms/PlatformClient.js';
import { RequestLimiter } from '../../server/src/platforms/RequestLimiter.js';
import { nullLogger } from '../../server/src/ports/Logger.js';
import { InstantClock } from './InstantClock.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
const get: PlatformRequest = { method: 'GET', path: '/thing', what: 'thing' };

suite('PlatformClient', () => {
  let server: Server;
  let handlers: Handler[];
  let seen: IncomingMessage[];
  let clock: InstantClock;
  let url: string;

  setup(async () => {
    handlers = [];
    seen = [];
    clock = new InstantClock();
    server = createServer((request, response) => {
      seen.push(request);
      const handler = handlers.shift();
      if (handler === undefined) response.writeHead(599).end();
      else handler(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  teardown(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const client = (base = url, limit = 4): PlatformClient =>
    new PlatformClient({
      url: base,
      http: new NodeHttpClient(),
      clock,
      random: { uuid: () => 'x', fraction: () => 0 },
      logger: nullLogger,
      limiter: new RequestLimiter(limit),
    });
  const answer =
    (status: number, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Handler =>
    (_request, response) =>
      response
        .writeHead(status, { connection: 'close', ...headers })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
  const cut: Handler = (_request, response) => response.destroy();

  test('keeps a path of the base URL and encodes the query', async () => {
    handlers.push(answer(200, { a: 1 }));
    assert.deepEqual(await client(`${url}/docs/`).json({ ...get, query: { q: 'a b&c' } }), { a: 1 });
    assert.equal(seen[0]?.url, '/docs/thing?q=a+b%26c');
  });

  test('sends JSON, and takes an empty answer for nothing', async () => {
    handlers.push(answer(204, ''));
    assert.equal(await client().json({ ...get, method: 'PUT', json: { a: 'ü' } }), null);
    assert.equal(seen[0]?.headers['content-type'], 'application/json');
  });

  test('repeats a GET that failed in passing, as often as four times in all', async () => {
    handlers.push(answer(503), cut, answer(429, {}, { 'retry-after': '7' }), answer(200, { ok: true }));
    assert.deepEqual(await client().json(get), { ok: true });
    assert.deepEqual(clock.slept, [150, 300, 7000]);
    handlers.push(cut, cut, cut, cut);
    await assert.rejects(client().json(get), NetworkError);
    assert.equal(seen.length, 8);
  });

  test('never repeats a write unless it may be', async () => {
    handlers.push(cut);
    await assert.rejects(client().json({ ...get, method: 'POST' }), NetworkError);
    handlers.push(answer(503));
    await assert.rejects(client().json({ ...get, method: 'PUT', json: {} }), PlatformFailureError);
    assert.equal(seen.length, 2);
    handlers.push(cut, answer(200, 1));
    assert.equal(await client().json({ ...get, method: 'POST', repeatable: true }), 1);
  });

  test('does not wait longer than a minute for anybody', async () => {
    const date = new Date(clock.now() + 3_600_000).toUTCString();
    handlers.push(answer(429, {}, { 'retry-after': date }));
    await assert.rejects(
      client().json(get),
      (error) => error instanceof RateLimitedError && error.data['retryAfterMs'] === 3_600_000,
    );
    assert.deepEqual(clock.slept, []);
  });

  const refusals: readonly [number, new (...args: never[]) => Error][] = [
    [400, PlatformRejectedError],
    [401, PlatformAuthError],
    [403, PlatformForbiddenError],
    [404, PlatformNotFoundError],
    [409, PlatformRejectedError],
    [413, PlatformRejectedError],
    [422, PlatformRejectedError],
    [423, ItemLockedError],
    [500, PlatformFailureError],
    [304, PlatformFailureError],
  ];
  for (const [status, type] of refusals) {
    test(`${status} is a ${type.name}`, async () => {
      handlers.push(answer(status, status === 304 ? '' : { detail: 'because' }));
      await assert.rejects(client().json({ ...get, method: 'PUT', json: {} }), type);
    });
  }

  test('repeats what the server says, without control characters and at most 200 characters', async () => {
    handlers.push(answer(400, { message: [`\u001b[31mred\r\n\u202e${'x'.repeat(300)}`] }));
    await assert.rejects(client().json(get), (error) => {
      assert.ok(error instanceof PlatformRejectedError);
      const detail = String(error.data['detail']);
      assert.equal(detail.length, 200);
      assert.ok(detail.startsWith('[31mred xxx'));
      return true;
    });
    handlers.push(
      answer(422, { detail: [{ loc: ['body', 'name'], msg: 'Field required', type: 'missing' }] }),
    );
    await assert.rejects(client().json(get), /body\.name: Field required/);
    handlers.push(answer(400, `<html>${'x'.repeat(100_000)}`));
    await assert.rejects(client().json(get), /status 400/);
  });

  test('an answer that is no JSON is a failure', async () => {
    handlers.push(answer(200, '<html>Sign in</html>', { 'content-type': 'text/html' }));
    await assert.rejects(
      client().json(get),
      (error) => error instanceof PlatformFailureError && /text\/html/.test(error.message),
    );
    handlers.push(answer(200, '{"a":'));
    await assert.rejects(client().json(get), PlatformFailureError);
  });

  test('an answer that is too long is dropped', async () => {
    handlers.push(answer(200, 'x'.repeat(2000)));
    await assert.rejects(client().json({ ...get, limit: 1000 }), /more than 1000 bytes/);
  });

  test('an abort ends the wait between attempts, and the wait for a place', async () => {
    const controller = new AbortController();
    handlers.push((request, response) => {
      controller.abort();
      answer(503)(request, response);
    });
    await assert.rejects(client().json({ ...get, signal: controller.signal }), CancelledError);
    const one = client(url, 1);
    handlers.push((_request, response) => setTimeout(() => response.end('1'), 50));
    const first = one.json(get);
    const waiting = new AbortController();
    const second = one.json({ ...get, signal: waiting.signal });
    waiting.abort();
    await assert.rejects(second, CancelledError);
    assert.equal(await first, 1);
    handlers.push(answer(200, 2));
    assert.equal(await one.json(get), 2);
  });

  test('never has more than four requests under way', async () => {
    let running = 0;
    let most = 0;
    const slow: Handler = (_request, response) => {
      most = Math.max(most, ++running);
      setTimeout(() => {
        running--;
        response.end('1');
      }, 5);
    };
    handlers.push(...Array.from({ length: 20 }, () => slow));
    const limited = client();
    await Promise.all(Array.from({ length: 20 }, () => limited.json(get)));
    assert.equal(most, 4);
  });

  test('refuses addresses that hold a secret or are no web address', () => {
    for (const base of [
      'ftp://a.example',
      'https://user:secret@a.example',
      'no url',
      'https://a.example/?token=secret',
    ]) {
      assert.throws(
        () => client(base),
        (error) => error instanceof UrlRefusedError && !JSON.stringify(error).includes('secret'),
      );
    }
  });

  test('renews an authorization once for all requests that it was refused to', async () => {
    let opened = 0;
    const authorization = (): { credential: { header: 'authorization'; value: string } } => ({
      credential: { header: 'authorization', value: `Bearer ${++opened}` },
    });
    let current = authorization();
    const signedIn = client().with({
      authorize: () => Promise.resolve(current),
      renew: (refused) => {
        if (refused === current) current = authorization();
        return Promise.resolve(true);
      },
    });
    const byToken: Handler = (request, response) =>
      answer(request.headers.authorization === 'Bearer 2' ? 200 : 401)(request, response);
    handlers.push(...Array.from({ length: 8 }, () => byToken));
    await Promise.all([1, 2, 3].map(() => signedIn.json({ ...get, method: 'POST' })));
    assert.equal(opened, 2);
    handlers = [answer(401), answer(401)];
    await assert.rejects(signedIn.json(get), PlatformAuthError);
  });
});
