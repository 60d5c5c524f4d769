import { CancelledError } from '../errors/networkErrors.js';
import { CredentialMissingError } from '../errors/usageErrors.js';
import type { Credentials, GitCredential, PlatformCredential } from '../ports/Credentials.js';
import type { CredentialRequest } from '../protocol.js';
import type { Redactor } from '../node/Redactor.js';

type Kind = CredentialRequest.Params['kind'];
type Answer = CredentialRequest.Result | null;

/** Sends `docbridge/credential` to the client. */
export type AskClient = (params: CredentialRequest.Params) => Promise<Answer>;

/**
 * Credentials that the client is asked for when they are first needed. They are kept in memory only, by
 * kind, origin and binding; a refused one is dropped, and the next question says so. "Declined" is
 * remembered until the person acts again, so that polling does not ask time after time.
 */
export class ClientCredentials implements Credentials {
  readonly #ask: AskClient;
  readonly #redactor: Redactor;
  readonly #platformKind: (binding: string) => string | undefined;
  readonly #answers = new Map<string, Answer>();
  readonly #asking = new Map<string, Promise<Answer>>();
  readonly #refused = new Set<string>();

  constructor(ask: AskClient, redactor: Redactor, platformKind: (binding: string) => string | undefined) {
    this.#ask = ask;
    this.#redactor = redactor;
    this.#platformKind = platformKind;
  }

  /** Throws `CredentialMissingError` when the person declines: no platform answers without one. */
  async platform(binding: string, origin: string, signal?: AbortSignal): Promise<PlatformCredential> {
    const credential = (await this.#get('platform', binding, origin, signal))?.platform;
    if (credential === undefined) {
      throw new CredentialMissingError('platform', binding, origin, 'Run "Docbridge: Connect" to sign in.');
    }
    return credential;
  }

  /** `undefined` when the person declines: a public repository can be read without one. */
  async git(binding: string, origin: string, signal?: AbortSignal): Promise<GitCredential | undefined> {
    return (await this.#get('git', binding, origin, signal))?.git;
  }

  /**
   * The server refused what we hold for this binding: drop it and say so at the next question. `false`:
   * nothing is held, the person has declined.
   */
  refuse(kind: Kind, binding: string): boolean {
    let dropped = false;
    for (const [key, answer] of this.#answers) {
      const [heldKind, , heldBinding] = JSON.parse(key) as [Kind, string, string];
      if (heldKind !== kind || heldBinding !== binding || answer === null) continue;
      this.#refused.add(key);
      this.#answers.delete(key);
      dropped = true;
    }
    return dropped;
  }

  /** The person acts: what was declined may be asked again. */
  askAgain(): void {
    for (const [key, answer] of this.#answers) if (answer === null) this.#answers.delete(key);
  }

  /** Drops everything that is held for an origin, or everything. */
  forget(origin?: string): void {
    for (const map of [this.#answers, this.#refused]) {
      for (const key of [...map.keys()]) {
        const [, heldOrigin] = JSON.parse(key) as [Kind, string, string];
        if (origin === undefined || heldOrigin === origin) map.delete(key);
      }
    }
  }

  async #get(kind: Kind, binding: string, origin: string, signal: AbortSignal | undefined): Promise<Answer> {
    const key = JSON.stringify([kind, origin, binding]);
    const held = this.#answers.get(key);
    if (held !== undefined) return held;
    let asking = this.#asking.get(key);
    if (asking === undefined) {
      asking = this.#askFor(key, kind, binding, origin).finally(() => this.#asking.delete(key));
      this.#asking.set(key, asking);
    }
    return orAbort(asking, signal);
  }

  async #askFor(key: string, kind: Kind, binding: string, origin: string): Promise<Answer> {
    const platform = kind === 'platform' ? this.#platformKind(binding) : undefined;
    const params: CredentialRequest.Params = {
      kind,
      binding,
      origin,
      ...(platform === undefined ? {} : { platform }),
      refused: this.#refused.has(key),
    };
    const answer = await this.#ask(params);
    this.#redactor.add(answer?.git?.token, answer?.git?.user);
    this.#redactor.add(answer?.platform?.token);
    this.#redactor.add(answer?.platform?.password, answer?.platform?.user);
    this.#redactor.add(answer?.platform?.refreshToken);
    this.#refused.delete(key);
    this.#answers.set(key, answer);
    return answer;
  }
}

/** One question may serve several requests, so a cancelled one leaves it and the others wait on. */
function orAbort<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new CancelledError());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
