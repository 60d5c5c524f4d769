import { NetworkError, ResponseTooLargeError, UrlRefusedError } from '../errors/networkErrors.js';
import {
  ItemLockedError,
  PlatformAuthError,
  PlatformFailureError,
  PlatformForbiddenError,
  PlatformNotFoundError,
  PlatformRejectedError,
  RateLimitedError,
} from '../errors/platformErrors.js';
import type { Clock } from '../ports/Clock.js';
import type { HttpClient, HttpResponse } from '../ports/HttpClient.js';
import type { Logger } from '../ports/Logger.js';
import type { Random } from '../ports/Random.js';
import type { Authenticator, Authorization } from './Authenticator.js';
import type { RequestLimiter } from './RequestLimiter.js';
import { backoff, retryAfter } from './retryDelay.js';
import { refusalText } from './serverText.js';
import { untilAborted } from './untilAborted.js';

const maxAttempts = 4;
const answerLimit = 64 * 1024 * 1024;
const refusalLimit = 64 * 1024;
/** A longer wait than this is the caller's decision. */
const longestWait = 60_000;
const passing = new Set([429, 502, 503, 504]);

export interface PlatformClientOptions {
  /** Scheme, host, port and, where the service stands below one, a path. */
  readonly url: string;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly limiter: RequestLimiter;
  /** Requests go without credential when absent. */
  readonly authenticator?: Authenticator;
}

export interface PlatformRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base URL; ids in it are encoded by the caller. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: object;
  readonly body?: Uint8Array;
  /** What the request is about, for errors: "document abc". */
  readonly what: string;
  /** May be sent again when no answer came; GET always may. */
  readonly repeatable?: boolean;
  /** Longest answer in bytes. */
  readonly limit?: number;
  /** Errors for statuses that mean something special here. */
  readonly refusals?: Readonly<Record<number, (detail: string) => Error>>;
  readonly signal?: AbortSignal | undefined;
}

export interface PlatformAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/**
 * Requests to one platform. Requests that may be repeated are, up to four times in all, with Retry-After and jitter;
 * a 401 renews the credential once. Every refusal becomes one of the errors that `Platform` names.
 */
export class PlatformClient {
  readonly origin: string;
  readonly #base: string;
  readonly #options: PlatformClientOptions;

  /** Throws `UrlRefusedError` for what is no plain http or https URL. */
  constructor(options: PlatformClientOptions) {
    const url = baseUrl(options.url);
    this.origin = url.origin;
    this.#base = url.href.replace(/\/$/, '');
    this.#options = options;
  }

  /** The same platform with another credential. */
  with(authenticator: Authenticator): PlatformClient {
    return new PlatformClient({ ...this.#options, authenticator });
  }

  /** Sends the request and gives the answer's JSON; no content is `null`. */
  async json(request: PlatformRequest): Promise<unknown> {
    const answer = await this.send(request);
    if (answer.bytes.length === 0) return null;
    const text = new TextDecoder().decode(answer.bytes);
    try {
      return JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const type = answer.headers['content-type'] ?? 'no content type';
      throw new PlatformFailureError(
        this.origin,
        answer.status,
        `the answer for ${request.what} is not JSON (${type})`,
      );
    }
  }

  /** Sends the request; resolves with an answer of status 2xx alone. */
  async send(request: PlatformRequest): Promise<PlatformAnswer> {
    let renewed = false;
    for (let attempt = 0; ;) {
      const { authenticator } = this.#options;
      const authorization = authenticator && (await untilAborted(authenticator.authorize(), request.signal));
      const outcome = await this.#attempt(request, authorization);
      if ('answer' in outcome) return outcome.answer;
      const { error, status, wait } = outcome;
      if (status === 401 && authorization !== undefined && !renewed) {
        renewed = true;
        if (authenticator && (await untilAborted(authenticator.renew(authorization), request.signal)))
          continue;
      }
      attempt++;
      const repeatable = request.repeatable ?? request.method === 'GET';
      const delay = wait ?? backoff(attempt - 1, this.#options.random.fraction());
      if (
        !repeatable ||
        (status !== undefined && !passing.has(status)) ||
        attempt >= maxAttempts ||
        delay > longestWait
      ) {
        throw error;
      }
      this.#options.logger.debug(`${request.method} ${request.path}: ${error.message} Trying again.`);
      await this.#options.clock.sleep(delay, request.signal);
    }
  }

  async #attempt(
    request: PlatformRequest,
    authorization: Authorization | undefined,
  ): Promise<
    | { readonly answer: PlatformAnswer }
    | { readonly error: Error; readonly status?: number; readonly wait?: number }
  > {
    try {
      return await this.#options.limiter.run(async () => {
        const response = await this.#request(request, authorization);
        const { status, headers } = response;
        if (status >= 200 && status < 300) {
          return { answer: { status, headers, bytes: await response.bytes(request.limit ?? answerLimit) } };
        }
        const wait = retryAfter(headers['retry-after'], this.#options.clock.now());
        const error = await this.#refusal(request, response, wait);
        return { error, status, ...(wait === undefined ? {} : { wait }) };
      }, request.signal);
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      return { error };
    }
  }

  #request(request: PlatformRequest, authorization: Authorization | undefined): Promise<HttpResponse> {
    const url = new URL(this.#base + request.path);
    for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.append(name, value);
    const body =
      request.json === undefined ? request.body : new TextEncoder().encode(JSON.stringify(request.json));
    return this.#options.http.request({
      method: request.method,
      url: url.href,
      headers: {
        accept: 'application/json, */*;q=0.5',
        ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
      },
      ...(body === undefined ? {} : { body }),
      ...(authorization === undefined ? {} : { credential: authorization.credential }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
  }

  async #refusal(request: PlatformRequest, response: HttpResponse, wait: number | undefined): Promise<Error> {
    const { status } = response;
    const detail = refusalText(await refusalBody(response), status);
    const special = request.refusals?.[status];
    if (special !== undefined) return special(detail);
    switch (status) {
      case 401:
        return new PlatformAuthError(this.origin, detail);
      case 403:
        return new PlatformForbiddenError(this.origin, detail);
      case 404:
        return new PlatformNotFoundError(this.origin, request.what);
      case 423:
        return new ItemLockedError(request.what);
      case 429:
        return new RateLimitedError(this.origin, wait ?? 1000);
      default:
        return status >= 400 && status < 500
          ? new PlatformRejectedError(this.origin, status, detail)
          : new PlatformFailureError(this.origin, status, detail);
    }
  }
}

function baseUrl(text: string): URL {
  if (!URL.canParse(text)) throw new UrlRefusedError('it is not a URL');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new UrlRefusedError('it is neither http nor https');
  if (url.username !== '' || url.password !== '')
    throw new UrlRefusedError('it holds a user name or password');
  if (url.search !== '' || url.hash !== '') throw new UrlRefusedError('it has a query or a fragment');
  return url;
}

/** A refusal that is no JSON, or too long to be one, says no more than its status. */
async function refusalBody(response: HttpResponse): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await response.bytes(refusalLimit)));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ResponseTooLargeError) return undefined;
    throw error;
  }
}
