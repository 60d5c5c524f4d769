import { PlatformAuthError } from '../errors/platformErrors.js';
import type { PlatformCredential } from '../ports/Credentials.js';
import type { Authenticator, Authorization } from './Authenticator.js';

export interface CredentialSessionOptions {
  readonly origin: string;
  readonly credential: () => Promise<PlatformCredential | undefined>;
  /** Turns a credential into what is sent; `undefined` when it holds nothing usable. */
  readonly open: (credential: PlatformCredential) => Promise<Authorization | undefined>;
  /** Gets another authorization after the first was refused, by a refresh token or a new sign-in. */
  readonly reopen: (credential: PlatformCredential) => Promise<Authorization | undefined>;
}

/** Keeps one authorization in memory for all requests, and renews it once for all of them. */
export class CredentialSession implements Authenticator {
  readonly #options: CredentialSessionOptions;
  #credential: PlatformCredential | undefined;
  #current: Promise<Authorization> | undefined;
  #renewal: Promise<boolean> | undefined;

  constructor(options: CredentialSessionOptions) {
    this.#options = options;
  }

  async authorize(): Promise<Authorization> {
    this.#current ??= this.#open();
    const current = this.#current;
    try {
      return await current;
    } catch (error) {
      // The next request asks again: the person may have signed in by then.
      if (this.#current === current) this.#current = undefined;
      throw error;
    }
  }

  async renew(refused: Authorization): Promise<boolean> {
    if ((await this.authorize()) !== refused) return true;
    this.#renewal ??= this.#reopen(refused).finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #open(): Promise<Authorization> {
    this.#credential = await this.#options.credential();
    const opened = this.#credential && (await this.#options.open(this.#credential));
    if (opened === undefined) throw new PlatformAuthError(this.#options.origin, 'no credential was given');
    return opened;
  }

  async #again(): Promise<Authorization | undefined> {
    try {
      return this.#credential && (await this.#options.reopen(this.#credential));
    } catch (error) {
      // The next request asks for the credential: the person may have signed in again by then.
      this.#current = undefined;
      throw error;
    }
  }

  async #reopen(refused: Authorization): Promise<boolean> {
    const again = await this.#again();
    if (again !== undefined) {
      this.#current = Promise.resolve(again);
      return true;
    }
    this.#current = undefined;
    const opened = await this.authorize();
    return opened.credential.value !== refused.credential.value;
  }
}

/** The token without blanks around it; throws `PlatformAuthError` when it cannot stand in a header. */
export function headerToken(token: string, origin: string): string {
  const trimmed = token.trim();
  if (!/^[\u0021-\u007e]+( [\u0021-\u007e]+)?$/.test(trimmed)) {
    throw new PlatformAuthError(origin, 'the token holds characters that no token has');
  }
  return trimmed;
}
