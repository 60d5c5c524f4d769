import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';

import { hardenedGitEnvironment } from '../../server/src/api/hardenedGit.js';

export interface GitCommandOptions {
  readonly input?: string | Uint8Array;
  /** Exit codes that are no failure; only 0 by default. */
  readonly codes?: readonly number[];
}

/**
 * Runs the real git in `cwd` without any configuration of the machine, as the author "Test" at a fixed time.
 * Resolves with its output without the last line break; rejects with its error text.
 */
export async function git(
  cwd: string,
  args: readonly string[],
  options: GitCommandOptions = {},
): Promise<string> {
  return (await gitBytes(cwd, args, options)).toString('utf8').replace(/\n$/, '');
}

/** Like `git`, with the output as it is. */
export function gitBytes(
  cwd: string,
  args: readonly string[],
  options: GitCommandOptions = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-c', 'init.defaultBranch=main', '-c', 'gc.auto=0', ...args], {
      cwd,
      env: {
        ...hardenedGitEnvironment(tmpdir()),
        GIT_AUTHOR_NAME: 'Test',
        GIT_AUTHOR_EMAIL: 'test@example.com',
        GIT_AUTHOR_DATE: '1700000000 +0000',
        GIT_COMMITTER_NAME: 'Test',
        GIT_COMMITTER_EMAIL: 'test@example.com',
        GIT_COMMITTER_DATE: '1700000000 +0000',
      },
    });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== null && (options.codes ?? [0]).includes(code)) resolve(Buffer.concat(output));
      else
        reject(
          new Error(
            `git ${args.join(' ')} ended with ${code ?? 'a signal'}: ${Buffer.concat(errors).toString()}`,
          ),
        );
    });
    // A git that wants no input may be gone before it is written; its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}
