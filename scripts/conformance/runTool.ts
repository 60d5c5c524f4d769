import { spawnSync } from 'node:child_process';

/** Runs a program to its end and gives its standard output; throws an Error with what it said when it fails. */
export function runTool(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: Buffer } = {},
): Buffer {
  const result = spawnSync(command, args, {
    ...options,
    maxBuffer: 1 << 30,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  });
  if (result.error !== undefined) throw new Error(`${command}: ${result.error.message}`);
  if (result.status === 0) return result.stdout;
  const said = result.stderr.toString('utf8').trim().split('\n').slice(-3).join(' ');
  throw new Error(`${command} ended with ${result.status ?? result.signal ?? 'no code'}: ${said}`);
}
