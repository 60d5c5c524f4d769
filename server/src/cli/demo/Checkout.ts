import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runGit } from '../service/runGit.js';
import { DemoFailedError } from './DemoFailedError.js';

/** A clone of the demo's repository, worked in with the real git as a colleague would. */
export class Checkout {
  readonly directory: string;
  readonly #token: string;
  readonly #signal: AbortSignal;

  constructor(directory: string, token: string, signal: AbortSignal) {
    this.directory = directory;
    this.#token = token;
    this.#signal = signal;
  }

  async clone(url: string): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    await this.git('clone', '--quiet', '--', url, '.');
  }

  git(...args: readonly string[]): Promise<string> {
    return runGit(args, { directory: this.directory, token: this.#token, signal: this.#signal });
  }

  read(path: string): Promise<string> {
    return readFile(join(this.directory, path), 'utf8');
  }

  async write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.directory, path)), { recursive: true });
    await writeFile(join(this.directory, path), text);
  }

  /** Replaces a text that stands in the file exactly once. */
  async replace(path: string, before: string, after: string): Promise<void> {
    const text = await this.read(path);
    const parts = text.split(before);
    if (parts.length !== 2)
      throw new DemoFailedError(`"${before}" once in ${path}`, `${parts.length - 1} times`);
    await this.write(path, parts.join(after));
  }

  /** Moves a file, as `git mv`. */
  async move(from: string, to: string): Promise<void> {
    await mkdir(dirname(join(this.directory, to)), { recursive: true });
    await this.git('mv', '--', from, to);
  }

  async push(message: string): Promise<void> {
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--message', message);
    await this.git('push', '--quiet');
  }
}
