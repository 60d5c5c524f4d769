import type { Binding } from '../../config/Configuration.js';
import type { Hash } from '../../ports/Hash.js';

/** What makes two bindings the same one, whatever they are called. Holds no secret. */
export interface BindingIdentity {
  readonly platform: { readonly kind: string; readonly url: string; readonly subject: string };
  readonly repository: { readonly url: string; readonly branch: string; readonly directory: string };
}

export function bindingIdentity({ platform, repository }: Binding): BindingIdentity {
  return {
    platform: { kind: platform.kind, url: platform.url, subject: platform.subject },
    repository: { url: repository.url, branch: repository.branch, directory: repository.directory },
  };
}

/** Name of the binding's folder in the state: the first 32 hex digits of a SHA-256. */
export function stateFolderName(identity: BindingIdentity, hash: Hash): string {
  const { platform, repository } = identity;
  const parts = [
    platform.kind,
    platform.url,
    platform.subject,
    repository.url,
    repository.branch,
    repository.directory,
  ];
  return hash.sha256(new TextEncoder().encode(JSON.stringify(parts))).slice(0, 32);
}
