import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A folder for what the script obtains or compiles; made when missing, safe to delete. */
export function cacheFolder(name: string): string {
  const folder = join(import.meta.dirname, '../../node_modules/.cache/docbridge/conformance', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
