import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { deflateSync, gzipSync } from 'node:zlib';

import {
  CancelledError,
  NetworkError,
  ResponseTooLargeError,
  UrlRefusedError,
} from '../../server/src/errors/networkErrors.js';
import { NodeHttpClient } from '../../server/src/node/NodeHttpClient.js';
import type { HttpRequest } from '../../server/src/ports/HttpClient.js';
import { startProxy } from '../support/proxy.js';

const secret = 'Bearer canary-4711';

suite('NodeHttpClient', () => {
  let client: NodeHttpClient;
  let servers: Server[];

  setup(() => {
    client = new NodeHttpClient({ version: '1.2.3' });
    servers = [];
  });
  teardown(async () => {
    client.dispose();
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async function text(request: HttpRequest): Promise<string> {
    const response = await client.request(request);
    return new TextDecoder().decode(await response.bytes());
  }

  async function received(request: IncomingMessage): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  test('sends method, headers, credential, user agent and body, and returns status, headers and body', async () => {
    const seen: unknown[] = [];
    const origin = await serve((request, response) => {
      void received(request).then((body) => {
        seen.push(request.method, request.url, body.toString(), request.headers);
        response.writeHead(201, { 'x-one': ['a', 'b'], 'set-cookie': ['c=1', 'd=2'] }).end('made');
      });
    });
    const response = await client.request({
      method: 'POST',
      url: `${origin}/a/b?c=d#e`,
      headers: { 'content-type': 'text/plain' },
      credential: { header: 'authorization', value: secret },
      body: new TextEncoder().encode('hello'),
    });
    assert.equal(response.status, 201);
    assert.equal(response.headers['x-one'], 'a, b');
    assert.equal(response.headers['set-cookie'], 'c=1\nd=2');
    assert.equal(new TextDecoder().decode(await response.bytes()), 'made');
    assert.deepEqual(seen.slice(0, 3), ['POST', '/a/b?c=d', 'hello']);
    const headers = seen[3] as Record<string, string>;
    assert.equal(headers['authorization'], secret);
    assert.equal(headers['user-agent'], 'docbridge/1.2.3');
    assert.equal(headers['content-length'], '5');
  });

  test('a status of 4xx or 5xx is an answer, not an error', async () => {
    const origin = await serve((_, response) => response.writeHead(503).end('later'));
    const response = await client.request({ method: 'GET', url: origin });
    assert.equal(response.status, 503);
    assert.equal(new TextDecoder().decode(await response.bytes()), 'later');
  });

  test('streams a body chunk by chunk in both directions', async () => {
    const origin = await serve((request, response) => request.pipe(response));
    const part = new Uint8Array(70_000).fill(7);
    async function* parts(): AsyncGenerator<Uint8Array> {
      for (let index = 0; index < 30; index++) yield await Promise.resolve(part);
    }
    const response = await client.request({ method: 'POST', url: origin, body: parts() });
    assert.equal((await response.bytes()).byteLength, 30 * 70_000);
  });

  test('an error of the body source comes out as it is', async () => {
    const origin = await serve((request) => request.resume());
    async function* parts(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(new Uint8Array(10));
      throw new RangeError('source broke');
    }
    await assert.rejects(client.request({ method: 'POST', url: origin, body: parts() }), /source broke/);
  });

  for (const [name, encode] of [
    ['gzip', gzipSync],
    ['deflate', deflateSync],
  ] as const) {
    test(`decodes ${name}`, async () => {
      const origin = await serve((_, response) => {
        response.writeHead(200, { 'content-encoding': name }).end(encode('{"a":1}'));
      });
      const response = await client.request({ method: 'GET', url: origin });
      assert.equal(response.headers['content-encoding'], undefined);
      assert.equal(new TextDecoder().decode(await response.bytes()), '{"a":1}');
    });
  }

  test('the limit counts decoded bytes', async () => {
    const bomb = gzipSync(new Uint8Array(1_000_000));
    const origin = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    const response = await client.request({ method: 'GET', url: origin });
    await assert.rejects(response.bytes(100_000), ResponseTooLargeError);
  });

  test('answers without a body end', async () => {
    const origin = await serve((request, response) => {
      response.writeHead(request.method === 'HEAD' ? 200 : 204, { 'content-encoding': 'gzip' }).end();
    });
    for (const method of ['HEAD', 'DELETE', 'GET']) assert.equal(await text({ method, url: origin }), '');
  });

  suite('redirects', () => {
    test('a credential stays at its origin: another port does not get it, nor any unknown header', async () => {
      for (const status of [301, 302, 303, 307, 308]) {
        const seen: IncomingMessage['headers'][] = [];
        const other = await serve((request, response) => {
          seen.push(request.headers);
          response.end('there');
        });
        const origin = await serve((_, response) =>
          response.writeHead(status, { location: `${other}/x` }).end(),
        );
        const response = await client.request({
          method: 'GET',
          url: origin,
          headers: { accept: 'text/plain', 'private-token': secret },
          credential: { header: 'authorization', value: secret },
        });
        assert.equal(response.url, `${other}/x`);
        assert.equal(new TextDecoder().decode(await response.bytes()), 'there');
        assert.equal(seen[0]?.accept, 'text/plain');
        assert.ok(!JSON.stringify(seen).includes('canary'));
      }
    });

    test('the same origin gets it; coming back from another origin does not bring it back', async () => {
      const seen: string[] = [];
      let other = '';
      const origin = await serve((request, response) => {
        seen.push(`${request.url ?? ''} ${request.headers.authorization ?? '-'}`);
        if (request.url === '/one') response.writeHead(302, { location: '/two' }).end();
        else if (request.url === '/two') response.writeHead(302, { location: other }).end();
        else response.end('done');
      });
      other = await serve((_, response) => response.writeHead(302, { location: `${origin}/three` }).end());
      const credential = { header: 'authorization', value: secret } as const;
      assert.equal(await text({ method: 'GET', url: `${origin}/one`, credential }), 'done');
      assert.deepEqual(seen, [`/one ${secret}`, `/two ${secret}`, '/three -']);
    });

    test('five are followed, six are not', async () => {
      const origin = await serve((request, response) => {
        const left = Number((request.url ?? '/').slice(1));
        if (left === 0) response.end('end');
        else response.writeHead(302, { location: `/${left - 1}` }).end();
      });
      assert.equal(await text({ method: 'GET', url: `${origin}/5` }), 'end');
      await assert.rejects(text({ method: 'GET', url: `${origin}/6` }), NetworkError);
    });

    test('writes and "manual" are not redirected; user info and other schemes are refused', async () => {
      let location = '/elsewhere';
      const origin = await serve((_, response) => response.writeHead(307, { location }).end());
      assert.equal((await client.request({ method: 'POST', url: origin })).status, 307);
      assert.equal((await client.request({ method: 'GET', url: origin, redirect: 'manual' })).status, 307);
      for (location of ['http://a:b@127.0.0.1/', 'file:///etc/passwd', 'http://']) {
        await assert.rejects(client.request({ method: 'GET', url: origin }), NetworkError);
      }
    });
  });

  test('refuses URLs with user info or another scheme, and never repeats them', async () => {
    for (const url of [
      'https://user:canary@example.com/',
      'ftp://canary/',
      'canary',
      'https://canary@example.com',
    ]) {
      await assert.rejects(client.request({ method: 'GET', url }), (error: Error) => {
        assert.ok(error instanceof UrlRefusedError);
        assert.ok(!JSON.stringify([error.message, error]).includes('canary'));
        return true;
      });
    }
  });

  suite('when no whole answer comes', () => {
    test('a refused connection names the origin and the reason, never the credential', async () => {
      const origin = await serve((_, response) => response.end());
      const server = servers.pop();
      await new Promise((resolve) => server?.close(resolve));
      const credential = { header: 'authorization', value: secret } as const;
      await assert.rejects(
        client.request({ method: 'GET', url: `${origin}/path`, credential }),
        (error: Error) => {
          assert.ok(error instanceof NetworkError);
          assert.deepEqual(error.data, { origin, reason: 'connection refused' });
          assert.ok(!JSON.stringify([error.message, error, String(error.cause)]).includes('canary'));
          return true;
        },
      );
    });

    test('a cut in the middle of the body is an error, not a short answer', async () => {
      for (const encoded of [false, true]) {
        const origin = await serve((_, response) => {
          response.writeHead(200, {
            'content-length': '1000000',
            ...(encoded ? { 'content-encoding': 'gzip' } : {}),
          });
          response.write(encoded ? gzipSync(Buffer.alloc(50_000, 'x')).subarray(0, 40) : Buffer.alloc(1000));
          setImmediate(() => response.destroy());
        });
        const response = await client.request({ method: 'GET', url: origin });
        await assert.rejects(response.bytes(), NetworkError);
      }
    });

    test('a cut chunked answer is an error', async () => {
      const origin = await serve((_, response) => {
        response.write(Buffer.alloc(100_000));
        response.end();
      });
      const proxy = await startProxy(Number(new URL(origin).port));
      try {
        proxy.cutAfter(5000);
        const cut = async (): Promise<Uint8Array> =>
          (await client.request({ method: 'POST', url: `http://127.0.0.1:${proxy.port}/` })).bytes();
        await assert.rejects(cut(), NetworkError);
      } finally {
        await proxy.stop();
      }
    });

    test('silence before or in the middle of the answer ends with NetworkError', async () => {
      const origin = await serve((request, response) => {
        if (request.url === '/late') response.write('begin');
      });
      await assert.rejects(client.request({ method: 'GET', url: origin, idleTimeout: 50 }), NetworkError);
      const response = await client.request({ method: 'GET', url: `${origin}/late`, idleTimeout: 800 });
      await assert.rejects(response.bytes(), (error: Error) => {
        assert.ok(error instanceof NetworkError);
        assert.match(error.message, /no data for/);
        return true;
      });
    });

    test('a slow reader is not taken for a silent server', async () => {
      const origin = await serve((_, response) => response.end(Buffer.alloc(5_000_000)));
      const response = await client.request({ method: 'GET', url: origin, idleTimeout: 800 });
      let size = 0;
      for await (const chunk of response.body) {
        if (size === 0) await new Promise((resolve) => setTimeout(resolve, 2000));
        size += chunk.byteLength;
      }
      assert.equal(size, 5_000_000);
    });

    test('an abort before, while waiting and while reading rejects with CancelledError', async () => {
      const origin = await serve((request, response) => {
        if (request.url === '/body') response.write('begin');
      });
      const aborted = AbortSignal.abort();
      await assert.rejects(client.request({ method: 'GET', url: origin, signal: aborted }), CancelledError);
      const waiting = new AbortController();
      setTimeout(() => waiting.abort(), 20);
      await assert.rejects(
        client.request({ method: 'GET', url: origin, signal: waiting.signal }),
        CancelledError,
      );
      const reading = new AbortController();
      const response = await client.request({ method: 'GET', url: `${origin}/body`, signal: reading.signal });
      setTimeout(() => reading.abort(), 20);
      await assert.rejects(response.bytes(), CancelledError);
    });

    test('something that is not HTTP', async () => {
      const server = createTcpServer((socket) => socket.resume().end('SSH-2.0-OpenSSH\r\n'));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      await assert.rejects(client.request({ method: 'GET', url }), /does not speak HTTP/);
      await new Promise((resolve) => server.close(resolve));
    });

    test('a line break in a credential is refused without showing it', async () => {
      const credential = { header: 'authorization', value: `${secret}\r\nx: y` } as const;
      await assert.rejects(
        client.request({ method: 'GET', url: 'http://127.0.0.1:1/', credential }),
        (error: Error) => {
          assert.ok(error instanceof NetworkError);
          assert.ok(!JSON.stringify([error.message, error, String(error.cause)]).includes('canary'));
          return true;
        },
      );
    });
  });

  suite('shared connections', () => {
    test('GETs share one, and a GET on one that the server closed is sent again', async () => {
      const ports: (number | undefined)[] = [];
      let cut = false;
      const origin = await serve((request, response) => {
        ports.push(request.socket.remotePort);
        if (cut) {
          cut = false;
          request.socket.destroy();
          return;
        }
        response.end('ok');
      });
      assert.equal(await text({ method: 'GET', url: origin }), 'ok');
      await new Promise(setImmediate);
      assert.equal(await text({ method: 'GET', url: origin }), 'ok');
      await new Promise(setImmediate);
      assert.equal(ports[0], ports[1]);
      cut = true;
      assert.equal(await text({ method: 'GET', url: origin }), 'ok');
      assert.equal(ports.length, 4);
    });

    test('a POST has its own connection and is never sent twice', async () => {
      let posts = 0;
      const ports = new Set<number | undefined>();
      const origin = await serve((request, response) => {
        ports.add(request.socket.remotePort);
        if (request.method === 'POST') {
          posts++;
          request.socket.destroy();
        } else response.end('ok');
      });
      assert.equal(await text({ method: 'GET', url: origin }), 'ok');
      await new Promise(setImmediate);
      await assert.rejects(
        client.request({ method: 'POST', url: origin, body: new Uint8Array(3) }),
        NetworkError,
      );
      assert.equal(posts, 1);
      assert.equal(ports.size, 2);
    });
  });
});
