import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { ProcessIdentity, Processes } from '../ports/Processes.js';
import { isErrorCode } from './errorCode.js';

/** The machine's processes. Start times are known on Linux alone (proc(5)); elsewhere the id must do. */
export class NodeProcesses implements Processes {
  readonly #host = safe(hostname());
  readonly #boot = safe(readIfThere('/proc/sys/kernel/random/boot_id')?.trim().slice(0, 8) ?? '');

  self(): ProcessIdentity {
    return { host: this.#host, pid: process.pid, started: this.#startOf(process.pid) };
  }

  isAlive(owner: ProcessIdentity): boolean | undefined {
    if (owner.host !== this.#host) return undefined;
    if (!isRunning(owner.pid)) return false;
    const started = this.#startOf(owner.pid);
    return started === '' || owner.started === '' || started === owner.started;
  }

  #startOf(pid: number): string {
    const stat = readIfThere(`/proc/${pid}/stat`);
    // Field 22, counted after the command's name, which may hold blanks and parentheses.
    const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? '' : `${this.#boot}-${safe(ticks)}`;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrorCode(error, 'EPERM');
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isErrorCode(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'ESRCH')) return undefined;
    throw error;
  }
}

function safe(text: string): string {
  return text.replace(/[^A-Za-z0-9.-]/gu, '-').slice(0, 100);
}
