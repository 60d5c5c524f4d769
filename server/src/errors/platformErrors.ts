import { DocbridgeError } from './DocbridgeError.js';

/** The platform refused the credential (401) or has none to check. */
export class PlatformAuthError extends DocbridgeError {
  constructor(origin: string, detail: string) {
    const message = `${origin} refused the sign-in: ${detail}. Check the platform token or sign in again.`;
    super('platform-auth', 'auth', message, { origin, detail });
  }
}

/** The account may not do this (403). */
export class PlatformForbiddenError extends DocbridgeError {
  constructor(origin: string, detail: string) {
    const message = `${origin} does not allow this: ${detail}. Ask an administrator for access.`;
    super('platform-forbidden', 'auth', message, { origin, detail });
  }
}

/** A subject or item is not there (404). */
export class PlatformNotFoundError extends DocbridgeError {
  constructor(origin: string, what: string) {
    super(
      'platform-not-found',
      'platform',
      `${origin} has no ${what}. Check the subject in docbridge.json.`,
      {
        origin,
        what,
      },
    );
  }
}

/** A conditional write came too late (409): somebody else changed the item. `current` is its revision now. */
export class StaleRevisionError extends DocbridgeError {
  constructor(id: string, expected: string, current?: string) {
    super(
      'stale-revision',
      'conflict',
      `Item ${id} was changed on the platform meanwhile; nothing was overwritten.`,
      {
        id,
        expected,
        ...(current === undefined ? {} : { current }),
      },
    );
  }
}

/** Somebody edits the item right now (423). `until` is ISO 8601, when known. */
export class ItemLockedError extends DocbridgeError {
  constructor(id: string, until?: string) {
    super(
      'item-locked',
      'platform',
      `Item ${id} is being edited on the platform; run again when it is free.`,
      {
        id,
        ...(until === undefined ? {} : { until }),
      },
    );
  }
}

/** Too many requests (429). */
export class RateLimitedError extends DocbridgeError {
  constructor(origin: string, retryAfterMs: number) {
    super('rate-limited', 'platform', `${origin} asks to wait ${Math.ceil(retryAfterMs / 1000)} s.`, {
      origin,
      retryAfterMs,
    });
  }
}

/** The platform does not take this content (400, 413, 415, 422). */
export class PlatformRejectedError extends DocbridgeError {
  constructor(origin: string, status: number, detail: string) {
    super('platform-rejected', 'platform', `${origin} refused the request (${status}): ${detail}.`, {
      origin,
      status,
      detail,
    });
  }
}

/** The platform failed (5xx) or answered with something that is not its documented format. */
export class PlatformFailureError extends DocbridgeError {
  constructor(origin: string, status: number, detail: string) {
    super('platform-failure', 'platform', `${origin} failed (${status}): ${detail}. Try again later.`, {
      origin,
      status,
      detail,
    });
  }
}

/** No adapter for this kind of platform. */
export class UnsupportedPlatformError extends DocbridgeError {
  constructor(kind: string, supported: readonly string[]) {
    super(
      'unsupported-platform',
      'usage',
      `This version cannot talk to a platform of kind "${kind}"; it supports: ${supported.join(', ')}.`,
      { kind, supported },
    );
  }
}
