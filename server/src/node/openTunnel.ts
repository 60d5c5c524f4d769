import { request } from 'node:http';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { TLSSocket } from 'node:tls';

import { CancelledError, NetworkError } from '../errors/networkErrors.js';
import { networkReason } from './networkReason.js';

interface TunnelOptions {
  /** Trusted certificates instead of Node's own roots. */
  readonly ca: readonly string[] | undefined;
  /** Milliseconds for each of the two handshakes. */
  readonly idleTimeout: number;
  readonly signal: AbortSignal | undefined;
}

/** A TLS connection to the host of `url` through an HTTP proxy (CONNECT, RFC 9110 section 9.3.6). */
export async function openTunnel(proxy: URL, url: URL, options: TunnelOptions): Promise<TLSSocket> {
  const socket = await connectThrough(proxy, url, options);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      // The socket lives on: whoever uses it next has a limit of its own.
      secure.setTimeout(0, timeOut);
      options.signal?.removeEventListener('abort', cancel);
    };
    const fail = (error: unknown): void => {
      settle();
      secure.destroy();
      reject(tunnelError(url, error, options.signal));
    };
    const cancel = (): void => fail(new CancelledError());
    const timeOut = (): void => fail(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' }));
    const secure = connectTls({
      socket,
      ...(/^[\d.]+$|:/.test(host) ? { host } : { servername: host }),
      ALPNProtocols: ['http/1.1'],
      ...(options.ca === undefined ? {} : { ca: [...options.ca] }),
    });
    secure.setTimeout(options.idleTimeout, timeOut);
    options.signal?.addEventListener('abort', cancel, { once: true });
    secure.on('error', fail);
    secure.once('secureConnect', () => {
      settle();
      secure.off('error', fail);
      resolve(secure);
    });
  });
}

/** The `proxy-authorization` header for a proxy whose URL holds a user. */
export function proxyAuthorization(proxy: URL): string | undefined {
  if (proxy.username === '') return undefined;
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function connectThrough(proxy: URL, url: URL, options: TunnelOptions): Promise<Socket> {
  const target = `${url.hostname}:${url.port || '443'}`;
  const authorization = proxyAuthorization(proxy);
  return new Promise((resolve, reject) => {
    const outgoing = request({
      method: 'CONNECT',
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || 80,
      path: target,
      agent: false,
      headers: {
        host: target,
        ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }),
      },
      timeout: options.idleTimeout,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    outgoing.once('timeout', () => outgoing.destroy(new NetworkError(url.href, 'the proxy timed out')));
    outgoing.once('error', (error) => reject(tunnelError(url, error, options.signal)));
    outgoing.once('response', (response) => {
      response.resume();
      reject(new NetworkError(url.href, `the proxy refused (${response.statusCode ?? 0})`));
    });
    outgoing.once('connect', (response, socket: Socket) => {
      socket.setTimeout(0);
      if (response.statusCode === 200) {
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(new NetworkError(url.href, `the proxy refused (${response.statusCode ?? 0})`));
    });
    outgoing.end();
  });
}

function tunnelError(url: URL, error: unknown, signal: AbortSignal | undefined): Error {
  if (signal?.aborted === true) return new CancelledError();
  if (error instanceof NetworkError) return error;
  return new NetworkError(url.href, networkReason(error), { cause: error });
}
