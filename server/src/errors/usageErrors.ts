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

/** Arguments of a command that do not go together or name nothing. */
export class UsageError extends DocbridgeError {
  constructor(message: string) {
    super('usage', 'usage', message);
  }
}

/** A program that we started ended with an error. */
export class CommandFailedError extends DocbridgeError {
  constructor(command: string, detail: string) {
    super('command-failed', 'internal', `${command} failed: ${detail || 'it says nothing'}.`, { command });
  }
}

/** A binding was named that is switched off. */
export class BindingDisabledError extends DocbridgeError {
  constructor(name: string) {
    super(
      'binding-disabled',
      'usage',
      `Binding "${name}" is switched off. Set "enabled" to true in docbridge.json.`,
      {
        name,
      },
    );
  }
}

/** No binding is enabled and of this direction. */
export class NothingToRunError extends DocbridgeError {
  constructor(file: string, direction: string) {
    const what = direction === 'both' ? 'is enabled' : `is enabled and allows ${direction}`;
    super('nothing-to-run', 'usage', `No binding in ${file} ${what}.`, { file, direction });
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

/** The conflict that a person closes is not the one that is open now: a side moved on. */
export class ConflictMovedError extends DocbridgeError {
  constructor(id: string) {
    super(
      'conflict-moved',
      'conflict',
      `One side of conflict ${id} changed meanwhile; look at it again, then decide.`,
      {
        id,
      },
    );
  }
}

/** No open conflict of this id. */
export class UnknownConflictError extends DocbridgeError {
  constructor(id: string, known: readonly string[]) {
    super(
      'unknown-conflict',
      'usage',
      `There is no open conflict "${id}"; there are: ${known.join(', ') || 'none'}.`,
      {
        id,
        known,
      },
    );
  }
}

/** Some items were left out of a run, each for its own reason; the others went through. */
export class ItemsFailedError extends DocbridgeError {
  constructor(
    problems: readonly { readonly path: string; readonly code: string; readonly message: string }[],
  ) {
    const shown = problems.slice(0, 3).map((problem) => problem.message);
    const more = problems.length > 3 ? ` And ${problems.length - 3} more.` : '';
    const what = problems.length === 1 ? '1 item was' : `${problems.length} items were`;
    super('items-failed', 'conflict', `${what} left out: ${shown.join(' ')}${more}`, { problems });
  }
}

/** An app can only be updated by making a new one beside it, and nobody agreed to that yet. */
export class AppReplacementError extends DocbridgeError {
  constructor(titles: readonly string[], hash: string) {
    super(
      'app-replacement',
      'conflict',
      `This platform cannot change an app in place: ${titles.join(', ')} would be imported as a new app, and the old one kept under the name "... (before <date>)". Confirm it once with --yes (or "Replace" in the editor).`,
      { titles, hash },
    );
  }
}

/** The branch kept moving while we tried to write. */
export class BranchBusyError extends DocbridgeError {
  constructor(branch: string, attempts: number) {
    super(
      'branch-busy',
      'conflict',
      `Branch "${branch}" moved ${attempts} times while we tried to write; run again.`,
      {
        branch,
        attempts,
      },
    );
  }
}

/** The binding does not allow this direction. */
export class DirectionError extends DocbridgeError {
  constructor(binding: string, allowed: string, asked: string) {
    super(
      'direction',
      'usage',
      `Binding "${binding}" is for ${allowed} alone, so it was not asked to ${asked}. Change "direction" in docbridge.json if that is wanted.`,
      { binding, allowed, asked },
    );
  }
}
