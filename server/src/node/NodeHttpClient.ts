import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { ClientRequest, RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { rootCertificates } from 'node:tls';

import { CancelledError, NetworkError, UrlRefusedError } from '../errors/networkErrors.js';
import type { HttpClient, HttpRequest, HttpResponse } from '../ports/HttpClient.js';
import { isErrorCode } from './errorCode.js';
import { networkReason } from './networkReason.js';
import { NodeHttpExchange } from './NodeHttpExchange.js';
import { openTunnel, proxyAuthorization } from './openTunnel.js';
import type { ProxyEnvironment } from './proxyFor.js';
import { proxyFor } from './proxyFor.js';

const maxRedirects = 5;
const defaultIdleTimeout = 30_000;
/** Below the 5 s after which Node's own servers close an idle connection. */
const keepAliveTimeout = 4_000;
const idempotent = new Set(['GET', 'HEAD']);
const redirects = new Set([301, 302, 303, 307, 308]);
/** What goes along to another origin; everything else might be secret. */
const harmlessHeaders = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'cache-control',
  'git-protocol',
]);

export interface NodeHttpClientOptions {
  /** Version of the product, for the user agent `docbridge/<version>`. */
  readonly version?: string;
  /** PEM certificates that are trusted besides Node's own roots. */
  readonly ca?: readonly string[];
  /** Where `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` stand; no proxy when absent. */
  readonly environment?: ProxyEnvironment;
}

/**
 * HTTP over Node's own modules. A credential goes to the origin of the request and to no other. Only GET and
 * HEAD share connections, and are sent once more when a shared one turns out to be closed; a request that
 * writes always has a fresh connection, so it is never sent twice.
 */
export class NodeHttpClient implements HttpClient {
  readonly #userAgent: string;
  readonly #environment: ProxyEnvironment;
  readonly #ca: string[] | undefined;
  readonly #shared: { readonly http: HttpAgent; readonly https: HttpsAgent };
  readonly #fresh: { readonly http: HttpAgent; readonly https: HttpsAgent };

  constructor(options: NodeHttpClientOptions = {}) {
    this.#userAgent = options.version === undefined ? 'docbridge' : `docbridge/${options.version}`;
    this.#environment = options.environment ?? {};
    this.#ca = options.ca === undefined ? undefined : [...rootCertificates, ...options.ca];
    const tls = this.#ca === undefined ? {} : { ca: this.#ca };
    const keepAlive = { keepAlive: true, timeout: keepAliveTimeout, maxFreeSockets: 8 };
    this.#shared = { http: new HttpAgent(keepAlive), https: new HttpsAgent({ ...keepAlive, ...tls }) };
    this.#fresh = {
      http: new HttpAgent({ keepAlive: false }),
      https: new HttpsAgent({ keepAlive: false, ...tls }),
    };
  }

  async request(request: HttpRequest): Promise<HttpResponse> {
    let url = checkedUrl(request.url);
    let headers = this.#headers(request);
    const follows = request.redirect !== 'manual' && idempotent.has(request.method);
    for (let hops = 0; ; hops++) {
      const exchange = await this.#send(request, url, headers);
      const location = exchange.headers['location'];
      if (!follows || !redirects.has(exchange.status) || location === undefined) return exchange.response();
      exchange.destroy();
      if (hops === maxRedirects) throw new NetworkError(url.href, `more than ${maxRedirects} redirects`);
      const next = redirectTarget(url, location);
      if (next.origin !== url.origin) headers = onlyHarmless(headers);
      url = next;
    }
  }

  /** Closes the connections that are kept open for later requests. */
  dispose(): void {
    for (const { http, https } of [this.#shared, this.#fresh]) {
      http.destroy();
      https.destroy();
    }
  }

  #headers(request: HttpRequest): Record<string, string> {
    const headers: Record<string, string> = { 'accept-encoding': 'gzip, deflate', ...request.headers };
    const { credential, body } = request;
    if (credential !== undefined) headers[credential.header] = credential.value;
    if (body instanceof Uint8Array) headers['content-length'] = String(body.byteLength);
    return headers;
  }

  async #send(request: HttpRequest, url: URL, headers: Record<string, string>): Promise<NodeHttpExchange> {
    const mayShare = idempotent.has(request.method) && request.body === undefined;
    try {
      return await this.#exchange(request, url, headers, mayShare);
    } catch (error) {
      if (!(error instanceof StaleConnectionError)) throw error;
      return this.#exchange(request, url, headers, false);
    }
  }

  async #exchange(
    request: HttpRequest,
    url: URL,
    headers: Record<string, string>,
    mayShare: boolean,
  ): Promise<NodeHttpExchange> {
    if (request.signal?.aborted === true) throw new CancelledError();
    const idleTimeout = request.idleTimeout ?? defaultIdleTimeout;
    const options = await this.#options(request, url, headers, mayShare, idleTimeout);
    let outgoing: ClientRequest;
    try {
      outgoing = (options.secure ? httpsRequest : httpRequest)(options.request);
    } catch (error) {
      throw new NetworkError(url.href, networkReason(error), { cause: error });
    }
    const exchange = new NodeHttpExchange(outgoing, {
      url,
      method: request.method,
      idleTimeout,
      signal: request.signal,
    });
    try {
      await exchange.start(request.body);
    } catch (error) {
      if (outgoing.reusedSocket && isErrorCode(causeOf(error), 'ECONNRESET', 'EPIPE'))
        throw new StaleConnectionError();
      throw error;
    }
    return exchange;
  }

  async #options(
    request: HttpRequest,
    url: URL,
    headers: Record<string, string>,
    mayShare: boolean,
    idleTimeout: number,
  ): Promise<{ readonly secure: boolean; readonly request: RequestOptions }> {
    const secure = url.protocol === 'https:';
    const agents = mayShare ? this.#shared : this.#fresh;
    const common = {
      method: request.method,
      headers: { ...headers, host: url.host, 'user-agent': this.#userAgent },
    };
    const path = `${url.pathname}${url.search}`;
    const proxy = proxyFor(url, this.#environment);
    if (proxy === undefined) {
      const agent = secure ? agents.https : agents.http;
      return {
        secure,
        request: { ...common, agent, protocol: url.protocol, host: bareHost(url), port: url.port, path },
      };
    }
    if (secure) {
      const socket = await openTunnel(proxy, url, { ca: this.#ca, idleTimeout, signal: request.signal });
      // The socket already speaks TLS, so plain HTTP goes over it.
      return { secure: false, request: { ...common, createConnection: () => socket, path } };
    }
    const authorization = proxyAuthorization(proxy);
    const proxied = {
      ...common.headers,
      ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }),
    };
    const target = { host: bareHost(proxy), port: proxy.port || 80, path: url.href };
    return { secure: false, request: { ...common, headers: proxied, agent: agents.http, ...target } };
  }
}

/** A shared connection was closed by the server before it saw the request. */
class StaleConnectionError extends Error {}

function causeOf(error: unknown): unknown {
  return error instanceof NetworkError ? error.cause : undefined;
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function checkedUrl(text: string): URL {
  if (!URL.canParse(text)) throw new UrlRefusedError('it is not a URL');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new UrlRefusedError('it is not an http or https URL');
  if (url.username !== '' || url.password !== '')
    throw new UrlRefusedError('it holds a user name or password');
  url.hash = '';
  return url;
}

function redirectTarget(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href))
    throw new NetworkError(from.href, 'redirected to something that is not a URL');
  const target = new URL(location, from.href);
  if (target.protocol !== 'http:' && target.protocol !== 'https:') {
    throw new NetworkError(from.href, 'redirected to something that is not a web address');
  }
  if (from.protocol === 'https:' && target.protocol === 'http:') {
    throw new NetworkError(from.href, 'redirected from https to http, which is refused');
  }
  if (target.username !== '' || target.password !== '') {
    throw new NetworkError(from.href, 'redirected to an address with user info, which is refused');
  }
  target.hash = '';
  return target;
}

function onlyHarmless(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => harmlessHeaders.has(name)));
}
