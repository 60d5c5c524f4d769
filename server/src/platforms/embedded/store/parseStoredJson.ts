import { StateError } from '../../../errors/usageErrors.js';

const decoder = new TextDecoder();

/** The value that a file of the store holds. Throws `StateError` when something else than the store damaged it. */
export function parseStoredJson(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new StateError(path, 'it holds no JSON; put back a copy of this file');
  }
}
