import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { promisify } from 'node:util';
import type { ServiceInfo } from './ServiceInfo.js';

const run = promisify(execFile);

/** Somebody else's clone of a repository, by the real git. */
export class GitAccess {
  readonly folder: string;
  readonly #url: string;

  constructor({ repositories, git, folder }: ServiceInfo, repository: keyof ServiceInfo['repositories']) {
    const url = new URL(repositories[repository]);
    url.username = 'somebody';
    url.password = git.token;
    this.#url = url.href;
    this.folder = path.join(folder, `clone-${repository}-${Date.now()}`);
  }

  async git(...args: readonly string[]): Promise<string> {
    const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
    const { stdout } = await run('git', [...identity, ...args], { cwd: this.folder });
    return stdout.trimEnd();
  }

  /** Brings the clone to the head of the branch. */
  async pull(): Promise<void> {
    try {
      await fs.access(this.folder);
    } catch {
      await run('git', ['clone', '--quiet', '--branch', 'main', this.#url, this.folder]);
      return;
    }
    await this.git('pull', '--quiet', '--ff-only');
  }

  /** Files of the head, sorted. */
  async files(): Promise<readonly string[]> {
    await this.pull();
    return (await this.git('ls-files')).split('\n');
  }

  async head(): Promise<string> {
    const { stdout } = await run('git', ['ls-remote', this.#url, 'refs/heads/main'], {});
    return stdout.split('\t')[0] ?? '';
  }

  async read(file: string): Promise<string> {
    await this.pull();
    return fs.readFile(path.join(this.folder, file), 'utf8');
  }

  /** Commits and pushes one change. */
  async change(file: string, edit: (text: string) => string): Promise<void> {
    await this.pull();
    const target = path.join(this.folder, file);
    await fs.writeFile(target, edit(await fs.readFile(target, 'utf8').catch(() => '')));
    await this.git('add', '-A');
    await this.git('commit', '--quiet', '-m', `Change ${file}`);
    await this.git('push', '--quiet');
  }
}
