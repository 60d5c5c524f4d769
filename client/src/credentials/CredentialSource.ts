import type { CredentialRequest, GitCredential, PlatformCredential } from '../../../server/src/protocol.js';
import type { CredentialPrompt } from './CredentialPrompt.js';
import { githubOrigin } from './GitHubSession.js';
import type { SecretVault } from './SecretVault.js';

/** The editor's GitHub session; `ask`: may open a sign-in. */
export type GitHubSession = (ask: boolean) => Promise<GitCredential | undefined>;

/**
 * Answers the server's questions for credentials: what is stored for exactly that origin, else GitHub's
 * session for github.com, else, while a person's act is under way, what the person types.
 */
export class CredentialSource {
  readonly #vault: SecretVault;
  readonly #prompt: CredentialPrompt;
  readonly #github: GitHubSession;
  readonly #mayAnswer: () => boolean;
  /** What each binding was given last: that, and no newer one, is what the server calls refused. */
  readonly #given = new Map<string, string>();
  readonly #asking = new Map<string, Promise<PlatformCredential | GitCredential | undefined>>();
  #acts = 0;

  constructor(parts: {
    readonly vault: SecretVault;
    readonly prompt: CredentialPrompt;
    readonly github: GitHubSession;
    /** False while the workspace is not trusted. */
    readonly mayAnswer: () => boolean;
  }) {
    this.#vault = parts.vault;
    this.#prompt = parts.prompt;
    this.#github = parts.github;
    this.#mayAnswer = parts.mayAnswer;
  }

  /** Runs work that a person asked for: questions may be shown meanwhile. */
  async duringAct<T>(work: () => Promise<T>): Promise<T> {
    this.#acts++;
    try {
      return await work();
    } finally {
      this.#acts--;
    }
  }

  async answer(params: CredentialRequest.Params): Promise<CredentialRequest.Result | null> {
    if (!this.#mayAnswer()) return null;
    const key = `${params.kind} ${params.binding} ${params.origin}`;
    const credential = (await this.#held(params, key)) ?? (await this.#asked(params));
    if (credential === undefined) return null;
    this.#given.set(key, JSON.stringify(credential));
    return { [params.kind]: credential };
  }

  async #held(
    { kind, origin, refused }: CredentialRequest.Params,
    key: string,
  ): Promise<PlatformCredential | GitCredential | undefined> {
    const stored = await this.#vault.get(kind, origin);
    if (refused && stored !== undefined && this.#given.get(key) === JSON.stringify(stored)) {
      await this.#vault.delete(kind, origin);
      return undefined;
    }
    if (stored !== undefined || kind === 'platform' || origin !== githubOrigin || refused) return stored;
    return this.#github(false);
  }

  /** One question for each place, however many bindings need it. */
  async #asked({
    kind,
    origin,
    platform,
    refused,
  }: CredentialRequest.Params): Promise<PlatformCredential | GitCredential | undefined> {
    if (this.#acts === 0) return undefined;
    const place = `${kind} ${origin}`;
    const isAsked = this.#asking.get(place);
    if (isAsked !== undefined) return isAsked;
    const about = { refused, ...(platform === undefined ? {} : { platform }) };
    const asking = (
      kind === 'git' ? this.askForGit(origin, about) : this.askForPlatform(origin, about)
    ).finally(() => this.#asking.delete(place));
    this.#asking.set(place, asking);
    return asking;
  }

  /** Asks the person and stores the answer. */
  async askForPlatform(
    origin: string,
    about: { readonly refused: boolean; readonly platform?: string },
  ): Promise<PlatformCredential | undefined> {
    const credential = await this.#prompt.platform(origin, about);
    if (credential !== undefined) await this.#vault.set('platform', origin, credential);
    return credential;
  }

  /** Asks the person and stores the answer; for github.com by the editor's own sign-in first. */
  async askForGit(origin: string, about: { readonly refused: boolean }): Promise<GitCredential | undefined> {
    const session = origin === githubOrigin && !about.refused ? await this.#github(true) : undefined;
    if (session !== undefined) return session;
    const credential = await this.#prompt.git(origin, about);
    if (credential !== undefined) await this.#vault.set('git', origin, credential);
    return credential;
  }
}
