import { fork } from 'node:child_process';
import type { Job, Replies } from './Job.js';

/**
 * Runs a job in a Node process of its own and gives its answer; undefined when it took more than `limit` milliseconds
 * and was ended. Rejects when the process ends without an answer.
 */
export function runJob<J extends Job>(
  worker: string,
  job: J,
  limit?: number,
): Promise<Replies[J['kind']] | undefined> {
  return new Promise((resolve, reject) => {
    const child = fork(worker, [], {
      execArgv: ['--expose-gc', '--no-flush-bytecode'],
      // What peers print is not our output.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    const timer =
      limit === undefined
        ? undefined
        : setTimeout(() => {
            resolve(undefined);
            child.kill('SIGKILL');
          }, limit);
    child.once('message', (reply) => {
      resolve(reply as Replies[J['kind']]);
      child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`A measuring process ended without an answer (${code ?? signal ?? 'unknown'}).`));
    });
    child.send(job);
  });
}
