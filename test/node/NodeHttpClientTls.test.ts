import assert from 'node:assert/strict';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';

import { CancelledError, NetworkError } from '../../server/src/errors/networkErrors.js';
import { NodeHttpClient } from '../../server/src/node/NodeHttpClient.js';
import { testCertificate, testKey } from '../support/proxyCertificate.js';
import type { ForwardProxy } from '../support/proxyConnect.js';
import { startForwardProxy } from '../support/proxyConnect.js';

/** More than the buffers on the way hold. */
const large = Buffer.alloc(16 * 1024 * 1024, 'x');
const credential = { header: 'authorization', value: 'Bearer canary-4711' } as const;

suite('NodeHttpClient over TLS and through proxies', () => {
  let server: Server;
  let port: number;
  let proxy: ForwardProxy;
  let seen: string[];
  let clients: NodeHttpClient[];

  setup(async () => {
    seen = [];
    clients = [];
    server = createServer({ key: testKey, cert: testCertificate }, (request, response) => {
      seen.push(
        `${request.method ?? ''} ${request.headers.host ?? ''} ${request.headers.authorization ?? '-'}`,
      );
      if (request.url === '/down') response.writeHead(302, { location: `http://localhost:${port}/` }).end();
      else if (request.url === '/large') response.end(large);
      else request.pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
    proxy = await startForwardProxy();
  });
  teardown(async () => {
    for (const client of clients) client.dispose();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await proxy.stop();
  });

  function make(
    options: ConstructorParameters<typeof NodeHttpClient>[0] = { ca: [testCertificate] },
  ): NodeHttpClient {
    const client = new NodeHttpClient(options);
    clients.push(client);
    return client;
  }

  const text = async (client: NodeHttpClient, url: string): Promise<string> => {
    const response = await client.request({
      method: 'POST',
      url,
      credential,
      body: new TextEncoder().encode('hello'),
    });
    return new TextDecoder().decode(await response.bytes());
  };

  test('a certificate that is not trusted is refused, and trusted when it is given', async () => {
    await assert.rejects(text(make({}), `https://localhost:${port}/`), /certificate is self-signed/);
    assert.equal(await text(make(), `https://localhost:${port}/`), 'hello');
    assert.equal(seen.length, 1);
  });

  test('a certificate for another name is refused', async () => {
    await assert.rejects(text(make(), `https://127.0.0.1:${port}/`), /certificate is for another host/);
    assert.deepEqual(seen, []);
  });

  test('a redirect from https to http is refused', async () => {
    const request = { method: 'GET', url: `https://localhost:${port}/down`, credential };
    await assert.rejects(make().request(request), /from https to http/);
    assert.equal(seen.length, 1);
  });

  test('https goes through a tunnel; the proxy sees neither path nor credential', async () => {
    const environment = { https_proxy: proxy.url.replace('http://', 'http://ada:p%40ss@') };
    const client = make({ ca: [testCertificate], environment });
    assert.equal(await text(client, `https://docbridge.test:${port}/secret/path`), 'hello');
    assert.deepEqual(seen, [`POST docbridge.test:${port} ${credential.value}`]);
    assert.deepEqual(proxy.asked, [
      {
        line: `CONNECT docbridge.test:${port}`,
        authorization: `Basic ${Buffer.from('ada:p@ss').toString('base64')}`,
      },
    ]);
    await assert.rejects(text(make({ environment }), `https://docbridge.test:${port}/`), /self-signed/);
    await assert.rejects(text(client, `https://other.test:${port}/`), /another host/);
  });

  test('a slow reader behind a tunnel is waited for, as without one', async () => {
    const client = make({ ca: [testCertificate], environment: { https_proxy: proxy.url } });
    const response = await client.request({
      method: 'GET',
      url: `https://docbridge.test:${port}/large`,
      idleTimeout: 1500,
    });
    let size = 0;
    for await (const chunk of response.body) {
      if (size === 0) await new Promise((resolve) => setTimeout(resolve, 3500));
      size += chunk.byteLength;
    }
    assert.equal(size, large.byteLength);
  });

  test('http goes through the proxy by its whole address', async () => {
    const plain = createHttpServer((request, response) => request.pipe(response));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://docbridge.test:${(plain.address() as AddressInfo).port}/a?b`;
      assert.equal(await text(make({ environment: { HTTP_PROXY: proxy.url } }), url), 'hello');
      assert.equal(proxy.asked[0]?.line, `POST ${url}`);
    } finally {
      plain.closeAllConnections();
      await new Promise((resolve) => plain.close(resolve));
    }
  });

  test('a proxy that refuses, is away or is silent ends with an error that holds no credential', async () => {
    const environment = { https_proxy: proxy.url.replace('http://', 'http://ada:canary@') };
    const client = make({ environment });
    const url = `https://docbridge.test:${port}/`;
    for (const refuse of [407, 503]) {
      proxy.refuse = refuse;
      await assert.rejects(text(client, url), (error: Error) => {
        assert.ok(error instanceof NetworkError);
        assert.match(error.message, new RegExp(`the proxy refused \\(${refuse}\\)`));
        assert.ok(!JSON.stringify([error, error.message, String(error.cause)]).includes('canary'));
        return true;
      });
    }
    await assert.rejects(
      text(make({ environment: { https_proxy: 'http://127.0.0.1:1' } }), url),
      NetworkError,
    );
    await assert.rejects(client.request({ method: 'GET', url, signal: AbortSignal.abort() }), CancelledError);
  });
});
