import { GitAuthError, GitFailureError, RepositoryNotFoundError } from '../errors/gitErrors.js';
import { UrlRefusedError } from '../errors/networkErrors.js';
import type { GitCredential } from '../ports/Credentials.js';
import type { HttpClient, HttpRequest, HttpResponse } from '../ports/HttpClient.js';
import { basicAuthorization } from './basicAuthorization.js';
import { plainServerText } from './core/sideBand.js';
import type { RepositoryUrl } from './core/repositoryUrl.js';

/** The two services of Git's smart HTTP. */
export type GitService = 'git-upload-pack' | 'git-receive-pack';

/** Longest silence of a Git server in milliseconds: packing a large repository takes its time. */
const idleTimeout = 120_000;
const errorTextLimit = 16_384;

export interface GitHttpSessionOptions {
  readonly repository: RepositoryUrl & { readonly ok: true };
  readonly http: HttpClient;
  readonly credential: (signal?: AbortSignal) => Promise<GitCredential | undefined>;
}

/**
 * The HTTP requests of one repository. The credential is sent up front, to the repository's own origin and to
 * no other; after a 401 it is asked for once more. A redirect of the discovery moves the later requests too.
 */
export class GitHttpSession {
  readonly #options: GitHttpSessionOptions;
  #base: string;
  #credential: Promise<GitCredential | undefined> | undefined;

  constructor(options: GitHttpSessionOptions) {
    this.#options = options;
    this.#base = options.repository.url;
  }

  /** URL of the repository for messages; never where a redirect led. */
  get url(): string {
    return this.#options.repository.url;
  }

  /** `GET info/refs`: the advertisement of a service. */
  async discover(
    service: GitService,
    options: { readonly protocol2?: boolean; readonly signal?: AbortSignal | undefined },
  ): Promise<HttpResponse> {
    const suffix = `/info/refs?service=${service}`;
    const response = await this.#signedRequest(
      () => ({
        method: 'GET',
        url: `${this.url}${suffix}`,
        headers: {
          accept: '*/*',
          'cache-control': 'no-cache',
          ...(options.protocol2 === true ? { 'git-protocol': 'version=2' } : {}),
        },
      }),
      options.signal,
    );
    await this.#check(response, `application/x-${service}-advertisement`);
    if (!response.url.endsWith(suffix)) {
      throw new GitFailureError(this.url, 'it redirects to something that is not a Git repository');
    }
    this.#base = response.url.slice(0, -suffix.length);
    return response;
  }

  /** `POST <service>`: one request of the service, with its whole body. */
  async call(
    service: GitService,
    body: Uint8Array,
    options: { readonly protocol2?: boolean; readonly signal?: AbortSignal | undefined },
  ): Promise<HttpResponse> {
    const response = await this.#signedRequest(
      () => ({
        method: 'POST',
        url: `${this.#base}/${service}`,
        body,
        redirect: 'manual',
        headers: {
          'content-type': `application/x-${service}-request`,
          accept: `application/x-${service}-result`,
          ...(options.protocol2 === true ? { 'git-protocol': 'version=2' } : {}),
        },
      }),
      options.signal,
    );
    await this.#check(response, `application/x-${service}-result`);
    return response;
  }

  async #signedRequest(request: () => HttpRequest, signal: AbortSignal | undefined): Promise<HttpResponse> {
    const credential = await this.#currentCredential(signal);
    const response = await this.#send(request(), credential, signal);
    if (!asksForSignIn(response) || credential === undefined) return response;
    this.#credential = undefined;
    const fresh = await this.#currentCredential(signal);
    if (fresh === undefined || (fresh.token === credential.token && fresh.user === credential.user))
      return response;
    await firstText(response);
    return this.#send(request(), fresh, signal);
  }

  async #currentCredential(signal?: AbortSignal): Promise<GitCredential | undefined> {
    this.#credential ??= this.#options.credential(signal);
    try {
      return await this.#credential;
    } catch (error) {
      this.#credential = undefined;
      throw error;
    }
  }

  #send(
    request: HttpRequest,
    credential: GitCredential | undefined,
    signal: AbortSignal | undefined,
  ): Promise<HttpResponse> {
    const { http, repository } = this.#options;
    const own = new URL(request.url).origin === repository.origin;
    if (own && credential !== undefined && !repository.loopback && repository.origin.startsWith('http:')) {
      throw new UrlRefusedError('it is http, so the token would be sent unencrypted; use https');
    }
    return http.request({
      ...request,
      ...(own && credential !== undefined
        ? { credential: basicAuthorization(credential, repository.origin) }
        : {}),
      ...(signal === undefined ? {} : { signal }),
      idleTimeout,
    });
  }

  async #check(response: HttpResponse, contentType: string): Promise<void> {
    const { status } = response;
    const type = (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim();
    if (status === 200 && type === contentType) return;
    const text = await firstText(response);
    const detail = text === '' ? `status ${status}` : `status ${status}, ${text}`;
    if (asksForSignIn(response)) {
      const signedIn = (await this.#currentCredential()) !== undefined;
      throw new GitAuthError(
        this.url,
        signedIn ? `the token was not accepted (${detail})` : 'it wants a token',
      );
    }
    if (status === 403) throw new GitAuthError(this.url, detail);
    if (status === 404 || status === 410) throw new RepositoryNotFoundError(this.url);
    if (status === 200) {
      throw new GitFailureError(
        this.url,
        `it answered with ${type === '' ? 'an unknown type' : (type ?? '')}, not with Git's protocol; check the address`,
      );
    }
    if (status >= 300 && status < 400)
      throw new GitFailureError(this.url, `it redirects a request that cannot be redirected (${status})`);
    throw new GitFailureError(this.url, detail);
  }
}

/** 401, or the sign-in page that Azure Repos sends with status 203. */
function asksForSignIn(response: HttpResponse): boolean {
  return response.status === 401 || response.status === 203;
}

/** The beginning of an error's text; an HTML page or bytes that are no text say nothing to a person. */
async function firstText(response: HttpResponse): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > errorTextLimit) break;
  }
  const text = plainServerText(Buffer.concat(chunks).toString('utf8')).slice(0, 200);
  return /^<|\uFFFD/u.test(text) ? '' : text.replace(/\.$/, '');
}
