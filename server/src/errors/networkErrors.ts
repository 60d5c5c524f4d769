import { DocbridgeError } from './DocbridgeError.js';

/** No (complete) answer came: refused, cut, timed out, unknown host. */
export class NetworkError extends DocbridgeError {
  constructor(url: string, reason: string, options?: { readonly cause?: unknown }) {
    const { origin } = new URL(url);
    const message = `${origin} did not answer (${reason}). Check the address and your connection, then run again.`;
    super('network', 'network', message, { origin, reason }, options);
  }
}

/** An answer was larger than the caller allows. */
export class ResponseTooLargeError extends DocbridgeError {
  constructor(url: string, limit: number) {
    const { origin } = new URL(url);
    super(
      'response-too-large',
      'network',
      `${origin} sent more than ${limit} bytes; the answer was dropped.`,
      {
        origin,
        limit,
      },
    );
  }
}

/** The person or the program asked to stop. */
export class CancelledError extends DocbridgeError {
  constructor() {
    super('cancelled', 'cancelled', 'Cancelled. Nothing was left half-written; run again to go on.');
  }
}

/** An address that must not be used: not HTTP, holds user info, or would send a secret in the clear. */
export class UrlRefusedError extends DocbridgeError {
  /** `reason` is a phrase such as "it holds a user name or password"; it never repeats the URL. */
  constructor(reason: string) {
    super('url-refused', 'usage', `This address cannot be used: ${reason}.`, { reason });
  }
}
