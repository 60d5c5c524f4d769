import type { HttpRequest } from '../ports/HttpClient.js';

/** What goes along with a request; compared by identity. */
export interface Authorization {
  readonly credential: NonNullable<HttpRequest['credential']>;
}

/** Where a client gets its authorization from. It is used for the platform's origin alone. */
export interface Authenticator {
  /** Throws `PlatformAuthError` when there is no credential. */
  authorize(): Promise<Authorization>;
  /** After a 401: `true` when there is another authorization to try now. */
  renew(refused: Authorization): Promise<boolean>;
}
