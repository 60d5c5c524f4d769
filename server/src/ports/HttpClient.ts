/** One request. Redirects are followed by the client only as far as `redirect` says. */
export interface HttpRequest {
  readonly method: string;
  /** Absolute `http:` or `https:` URL without user info. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | AsyncIterable<Uint8Array>;
  /**
   * The value of the `authorization` (or, for `cookie`, the `cookie`) header. It is sent to the origin of
   * `url` alone: a redirect to another scheme, host or port goes without it.
   */
  readonly credential?: { readonly header: 'authorization' | 'cookie' | 'x-api-key'; readonly value: string };
  /** `follow` (default): up to 5 redirects, GET and HEAD alone; `error`: a 3xx is returned as it is. */
  readonly redirect?: 'follow' | 'manual';
  readonly signal?: AbortSignal;
  /** Longest silence on the socket in milliseconds, 30 000 by default. */
  readonly idleTimeout?: number;
}

export interface HttpResponse {
  readonly status: number;
  /** Lower-case names; several values joined by ", " (`set-cookie` by newline). */
  readonly headers: Readonly<Record<string, string>>;
  /** The URL that answered, after redirects. */
  readonly url: string;
  readonly body: AsyncIterable<Uint8Array>;
  /** Reads the whole body; throws `ResponseTooLargeError` beyond `limit` bytes (default 64 MiB). */
  bytes(limit?: number): Promise<Uint8Array>;
}

/** Our own HTTP client. Throws `NetworkError` (no answer) or `CancelledError`; a status is never thrown. */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpResponse>;
}
