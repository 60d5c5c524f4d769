import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly directory: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** All of standard input; `open` leaves it to the test. */
  readonly input?: { readonly bytes: string | Uint8Array } | 'open';
}

export interface RunningCli {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves when standard output holds this text. */
  readonly until: (text: string) => Promise<void>;
  readonly result: Promise<CliResult>;
}

const root = join(import.meta.dirname, '../../..');
let bundled: Promise<string> | undefined;

/** The command line as one file, built once for all tests of this process and removed with it. */
export function cliFile(): Promise<string> {
  bundled ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'docbridge-cli-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const outfile = join(folder, 'cli.cjs');
    await build({
      entryPoints: [join(root, 'server/src/cli/main.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      mainFields: ['module', 'main'],
      logLevel: 'silent',
    });
    return outfile;
  })();
  return bundled;
}

/** Starts the command line as a process of its own, with nothing of our environment but PATH and HOME. */
export async function startCli(args: readonly string[], options: CliOptions): Promise<RunningCli> {
  const { directory, environment = {}, input } = options;
  const child = spawn(process.execPath, [await cliFile(), ...args], {
    cwd: directory,
    stdio: 'pipe',
    env: { PATH: process.env['PATH'], HOME: directory, NO_COLOR: '1', ...environment },
  });
  let stdout = '';
  let stderr = '';
  const watchers = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    for (const watcher of watchers) watcher();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  if (input === undefined) child.stdin.end();
  else if (input !== 'open') child.stdin.end(input.bytes);
  const result = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  return {
    child,
    result,
    until: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (stdout.includes(text)) resolve();
        };
        watchers.add(look);
        look();
        void result.then((ended) => reject(new Error(`it ended before "${text}": ${JSON.stringify(ended)}`)));
      }),
  };
}

/** Runs the command line to its end. */
export async function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  return (await startCli(args, options)).result;
}
