import type { DocbridgeErrorJson, ErrorCategory } from '../../../server/src/protocol.js';

/** JSON-RPC and LSP codes of a cancelled request. */
const cancelledCodes: readonly unknown[] = [-32800, -32802];

/** An error of the server, or of reaching it, with the server's stable code. */
export class ServerFailure extends Error {
  readonly code: string;
  readonly category: ErrorCategory;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(error: DocbridgeErrorJson, options?: { readonly cause?: unknown }) {
    super(error.message, options);
    this.name = 'ServerFailure';
    this.code = error.code;
    this.category = error.category;
    this.data = error.data;
  }

  /** A text of `data`, when it is there. */
  text(key: string): string | undefined {
    const value = this.data[key];
    return typeof value === 'string' ? value : undefined;
  }
}

/** Whatever a request was rejected with, as a `ServerFailure`. */
export function toFailure(error: unknown): ServerFailure {
  if (error instanceof ServerFailure) return error;
  const { code, data, message } = fieldsOf(error);
  if (isErrorJson(data)) return new ServerFailure(data, { cause: error });
  if (cancelledCodes.includes(code) || (error instanceof Error && error.name === 'Canceled')) {
    return new ServerFailure(
      { code: 'cancelled', category: 'cancelled', message: 'Cancelled.', data: {} },
      { cause: error },
    );
  }
  return new ServerFailure({ code: 'internal', category: 'internal', message, data: {} }, { cause: error });
}

function fieldsOf(error: unknown): { code: unknown; data: unknown; message: string } {
  if (!(error instanceof Error)) return { code: undefined, data: undefined, message: String(error) };
  const { code, data }: { code?: unknown; data?: unknown } = error as Error & {
    code?: unknown;
    data?: unknown;
  };
  return { code, data, message: error.message };
}

function isErrorJson(value: unknown): value is DocbridgeErrorJson {
  if (typeof value !== 'object' || value === null) return false;
  const { code, message, category, data } = value as Partial<Record<keyof DocbridgeErrorJson, unknown>>;
  return (
    typeof code === 'string' &&
    typeof message === 'string' &&
    typeof category === 'string' &&
    typeof data === 'object' &&
    data !== null
  );
}
