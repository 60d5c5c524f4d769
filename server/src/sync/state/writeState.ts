import { StateError } from '../../errors/usageErrors.js';
import type { FileSystem } from '../../ports/FileSystem.js';

/** Writes a file of the state; a full or read-only disk becomes a `StateError`, the old file stays. */
export async function writeState(fileSystem: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await fileSystem.write(path, bytes);
  } catch (error) {
    throw new StateError(path, `writing failed (${reasonOf(error)}); nothing was changed`);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
