import type { CredentialRequest, GitCredential, PlatformCredential } from '../../../server/src/protocol.js';
import type { CredentialPrompt } from './CredentialPrompt.js';
import { githubOrigin } from './GitHubSession.js';
import type { CredentialKind, SecretVault } from './SecretVault.js';

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
    const { kind, origin, refused } = params;
    if (refused) await this.#vault.delete(kind, origin);
    const credential = (await this.#held(kind, origin, refused)) ?? (await this.#asked(params));
    return credential === undefined ? null : { [kind]: credential };
  }

  async #held(
    kind: CredentialKind,
    origin: string,
    refused: boolean,
  ): Promise<PlatformCredential | GitCredential | undefined> {
    const stored = await this.#vault.get(kind, origin);
    if (stored !== undefined || kind === 'platform' || origin !== githubOrigin || refused) return stored;
    return this.#github(false);
  }

  async #asked({
    kind,
    origin,
    platform,
    refused,
  }: CredentialRequest.Params): Promise<PlatformCredential | GitCredential | undefined> {
    if (this.#acts === 0) return undefined;
    if (kind === 'git') return this.askForGit(origin, { refused });
    return this.askForPlatform(origin, { refused, ...(platform === undefined ? {} : { platform }) });
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

  /** Asks the person and stores the answer; for github.com by the editor's own sign-in. */
  async askForGit(origin: string, about: { readonly refused: boolean }): Promise<GitCredential | undefined> {
    if (origin === githubOrigin && !about.refused) return this.#github(true);
    const credential = await this.#prompt.git(origin, about);
    if (credential !== undefined) await this.#vault.set('git', origin, credential);
    return credential;
  }
}
