import { Refusal } from '../Refusal.js';
import type { StoreState } from './StoreState.js';

const types: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};
const namePattern = /^[0-9a-f]{32}\.[A-Za-z0-9]{1,8}$/;

/** MIME types that can be uploaded. */
export const imageTypes: readonly string[] = [...new Set(Object.values(types))].sort();

/** Uploaded images, `images/<32 hex digits>.<extension of the upload>`; they belong to no project. */
export class Images {
  readonly #state: StoreState;

  constructor(state: StoreState) {
    this.#state = state;
  }

  /** Returns the name it got. */
  async add(fileName: string, bytes: Uint8Array): Promise<string> {
    const extension = /\.[A-Za-z0-9]{1,8}$/.exec(fileName)?.[0] ?? '.png';
    const name = `${this.#state.ids.uuid().replaceAll('-', '')}${extension}`;
    await this.#state.fs.write(`${this.#state.directory}/images/${name}`, bytes);
    return name;
  }

  async read(name: string): Promise<{ readonly bytes: Uint8Array; readonly mime: string }> {
    if (/\.\.|[/\\]/.test(name)) throw new Refusal(400, 'Invalid filename');
    const path = `${this.#state.directory}/images/${name}`;
    const bytes = namePattern.test(name) ? await this.#state.fs.read(path) : undefined;
    if (bytes === undefined) throw new Refusal(404, 'Image not found');
    const extension = name.slice(name.lastIndexOf('.')).toLowerCase();
    return { bytes, mime: types[extension] ?? 'application/octet-stream' };
  }
}

/** URL of an uploaded image as it stands in documents. */
export function imageUrl(name: string): string {
  return `/api/v1/uploads/image/${name}`;
}
