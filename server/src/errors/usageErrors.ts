import { DocbridgeError } from './DocbridgeError.js';

/** docbridge.json cannot be read. `problems` name the key and what is wrong with it. */
export class ConfigurationError extends DocbridgeError {
  constructor(file: string, problems: readonly string[]) {
    super('configuration', 'usage', `${file} cannot be used: ${problems.join('; ')}.`, { file, problems });
  }
}

/** A key has a legal value that this version does not honour yet. */
export class NotSupportedYetError extends DocbridgeError {
  constructor(binding: string, key: string, value: string, supported: readonly string[]) {
    super(
      'not-supported-yet',
      'usage',
      `Binding "${binding}": "${key}" is "${value}", which this version does not support yet; it supports: ${supported.join(', ')}.`,
      { binding, key, value, supported },
    );
  }
}

/** No binding of this name. */
export class UnknownBindingError extends DocbridgeError {
  constructor(name: string, known: readonly string[]) {
    super(
      'unknown-binding',
      'usage',
      `There is no binding "${name}"; there are: ${known.join(', ') || 'none'}.`,
      {
        name,
        known,
      },
    );
  }
}

/** A credential is needed and nobody can give it. */
export class CredentialMissingError extends DocbridgeError {
  constructor(kind: 'platform' | 'git', binding: string, origin: string, hint: string) {
    super(
      'credential-missing',
      'auth',
      `No ${kind} credential for ${origin} (binding "${binding}"). ${hint}`,
      {
        kind,
        binding,
        origin,
      },
    );
  }
}

/** Another run of the same binding is under way. */
export class BindingLockedError extends DocbridgeError {
  constructor(binding: string, owner: string) {
    super(
      'binding-locked',
      'conflict',
      `Binding "${binding}" is being synced by ${owner}; run again when it is done.`,
      {
        binding,
        owner,
      },
    );
  }
}

/** The run would delete more than the brake allows; `hash` confirms this plan and no other. */
export class BrakeError extends DocbridgeError {
  constructor(deletions: number, total: number, hash: string) {
    super(
      'brake',
      'conflict',
      `This run would delete ${deletions} of ${total} items, so it stopped. Look at the plan; confirm it with --yes (or "Delete them" in the editor).`,
      { deletions, total, hash },
    );
  }
}

/** The state folder was written by a newer version, or is damaged beyond what can be rebuilt. */
export class StateError extends DocbridgeError {
  constructor(path: string, detail: string) {
    super('state', 'internal', `The state in ${path} cannot be used: ${detail}.`, { path, detail });
  }
}
