// Starts services.ts as a process of its own and waits for its line.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const script = join(import.meta.dirname, 'services.ts');

/** @returns {Promise<{ info: import('./ServiceInfo.js').ServiceInfo, stop(): Promise<void> }>} */
export async function startServices() {
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise((done) => child.once('exit', done));
  const line = await new Promise((ready, fail) => {
    createInterface({ input: child.stdout }).once('line', ready);
    child.once('exit', (code) => fail(new Error(`The services of the tests ended with ${code}.`)));
    child.once('error', fail);
  });
  return {
    info: JSON.parse(line),
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}
