/** What kind of trouble an error is; the command line's exit codes follow from it (DESIGN: exit codes). */
export type ErrorCategory = 'conflict' | 'usage' | 'auth' | 'network' | 'platform' | 'cancelled' | 'internal';

/** An error as it crosses the protocol or is written to a JSON output. */
export interface DocbridgeErrorJson {
  readonly code: string;
  readonly message: string;
  readonly category: ErrorCategory;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Base of every expected error: a stable `code`, `data` for programs, a `message` a person can act on.
 * Neither holds a secret or a URL with user info.
 */
export class DocbridgeError extends Error {
  readonly code: string;
  readonly category: ErrorCategory;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    category: ErrorCategory,
    message: string,
    data: Readonly<Record<string, unknown>> = {},
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.category = category;
    this.data = data;
  }

  toJSON(): DocbridgeErrorJson {
    return { code: this.code, message: this.message, category: this.category, data: this.data };
  }
}
