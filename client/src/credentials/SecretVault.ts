import type * as vscode from 'vscode';
import type { CredentialRequest, GitCredential, PlatformCredential } from '../../../server/src/protocol.js';

export type CredentialKind = CredentialRequest.Params['kind'];

interface Stored {
  readonly platform: PlatformCredential;
  readonly git: GitCredential;
}

/** Credentials in the editor's secret storage, by kind and origin. A list of origins (no secret) is kept beside. */
export class SecretVault {
  readonly #secrets: vscode.SecretStorage;
  readonly #known: vscode.Memento;

  constructor(context: Pick<vscode.ExtensionContext, 'secrets' | 'globalState'>) {
    this.#secrets = context.secrets;
    this.#known = context.globalState;
  }

  async get<K extends CredentialKind>(kind: K, origin: string): Promise<Stored[K] | undefined> {
    const text = await this.#secrets.get(keyOf(kind, origin));
    if (text === undefined) return undefined;
    const stored: unknown = JSON.parse(text);
    return typeof stored === 'object' && stored !== null ? (stored as Stored[K]) : undefined;
  }

  async set<K extends CredentialKind>(kind: K, origin: string, credential: Stored[K]): Promise<void> {
    await this.#secrets.store(keyOf(kind, origin), JSON.stringify(credential));
    await this.#known.update(listKey, [...new Set([...this.origins, origin])]);
  }

  async delete(kind: CredentialKind, origin: string): Promise<void> {
    await this.#secrets.delete(keyOf(kind, origin));
  }

  /** Origins that a credential was ever stored for. */
  get origins(): readonly string[] {
    return this.#known.get<readonly string[]>(listKey) ?? [];
  }

  /** Forgets everything about an origin. */
  async forget(origin: string): Promise<void> {
    await this.delete('platform', origin);
    await this.delete('git', origin);
    await this.#known.update(
      listKey,
      this.origins.filter((each) => each !== origin),
    );
  }
}

const listKey = 'docbridge.credentialOrigins';

function keyOf(kind: CredentialKind, origin: string): string {
  return `docbridge.${kind}:${origin}`;
}
