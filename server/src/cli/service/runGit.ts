import { spawn } from 'node:child_process';
import { hardenedGitArguments, hardenedGitEnvironment } from '../../api/hardenedGit.js';
import { CancelledError } from '../../errors/networkErrors.js';
import { CommandFailedError } from '../../errors/usageErrors.js';
import { isErrorCode } from '../../node/errorCode.js';

export interface GitOptions {
  /** The directory that git works in; also its home. */
  readonly directory: string;
  /** Sent as password to the remote; it stands in no argument and no file. */
  readonly token?: string;
  readonly signal?: AbortSignal;
}

/**
 * Runs the real git, hardened, and answers what it prints. Rejects with `CommandFailedError`, or with
 * `CancelledError`, once git has ended.
 */
export async function runGit(args: readonly string[], options: GitOptions): Promise<string> {
  const { directory, token, signal } = options;
  const settings = ['user.name=Ann Bee', 'user.email=ann@example.com', 'advice.detachedHead=false'];
  const child = spawn('git', [...hardenedGitArguments({ hooks: 'none', settings }), ...args], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...hardenedGitEnvironment(directory), ...(token === undefined ? {} : tokenVariables(token)) },
    ...(signal === undefined ? {} : { signal }),
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.once('error', (error) => {
    if (isErrorCode(error, 'ENOENT')) errors = 'git was not found; install it and run again';
    else if (!isErrorCode(error, 'ABORT_ERR')) errors = error.message;
  });
  const { code, killedBy } = await new Promise<{ code: number | null; killedBy: NodeJS.Signals | null }>(
    (resolve) => child.once('close', (code, killedBy) => resolve({ code, killedBy })),
  );
  // Ctrl-C goes to git as well, and may get there first.
  if (signal?.aborted === true || killedBy === 'SIGINT') throw new CancelledError();
  if (code !== 0) throw new CommandFailedError(`git ${args[0] ?? ''}`, errors.trim());
  return output;
}

/** Variables are not seen by other users, arguments are. */
function tokenVariables(token: string): Record<string, string> {
  const basic = Buffer.from(`docbridge:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.extraHeader',
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
}
