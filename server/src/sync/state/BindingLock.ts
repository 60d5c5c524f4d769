import { BindingLockedError } from '../../errors/usageErrors.js';
import { CancelledError } from '../../errors/networkErrors.js';
import type { ProcessIdentity } from '../../ports/Processes.js';
import type { StatePorts } from './StatePorts.js';
import { writeState } from './writeState.js';

const heartbeat = 20_000;
/** A lock of another host counts as left behind when its heartbeat is older than this. */
const leftBehind = 5 * 60_000;
const attempts = 6;

interface Claim {
  readonly file: string;
  readonly owner: ProcessIdentity;
}

/**
 * One run at a time, across processes that share the state folder. Everybody who wants the lock writes a
 * file of its own and then looks: whoever sees no other living one holds it. So a dead owner's file can be
 * removed by anybody, and two that come at the same moment both step back and try again.
 */
export class BindingLock {
  readonly #directory: string;
  readonly #ports: StatePorts;
  readonly #binding: string;

  constructor(directory: string, binding: string, ports: StatePorts) {
    this.#directory = `${directory}/lock`;
    this.#binding = binding;
    this.#ports = ports;
  }

  /** Throws `BindingLockedError` when somebody else holds it. */
  async take(): Promise<{ release(): Promise<void> }> {
    const { clock, random } = this.#ports;
    for (let attempt = 1; ; attempt += 1) {
      const mine = await this.#claim();
      const other = await this.#livingOther(mine).catch(async (error: unknown) => {
        // A claim of a living process that nobody holds would keep everybody out.
        await this.#ports.fileSystem.remove(this.#path(mine));
        throw error;
      });
      if (other === undefined) return this.#hold(mine);
      await this.#ports.fileSystem.remove(this.#path(mine));
      if (attempt === attempts) {
        throw new BindingLockedError(this.#binding, `process ${other.pid} on ${other.host}`);
      }
      await clock.sleep(10 + random.fraction() * 40 * attempt);
    }
  }

  async #claim(): Promise<string> {
    const name = nameOf({ file: this.#ports.random.uuid(), owner: this.#ports.processes.self() });
    await this.#beat(name);
    return name;
  }

  async #beat(name: string): Promise<void> {
    const text = new Date(this.#ports.clock.now()).toISOString();
    await writeState(this.#ports.fileSystem, this.#path(name), new TextEncoder().encode(text));
  }

  async #livingOther(mine: string): Promise<ProcessIdentity | undefined> {
    const { fileSystem, logger } = this.#ports;
    for (const { name } of await fileSystem.list(this.#directory)) {
      const claim = claimOf(name);
      if (name === mine || claim === undefined) continue;
      if (await this.#lives(name, claim.owner)) return claim.owner;
      logger.info(`Taking over the lock that process ${claim.owner.pid} on ${claim.owner.host} left behind.`);
      await fileSystem.remove(this.#path(name));
    }
    return undefined;
  }

  async #lives(name: string, owner: ProcessIdentity): Promise<boolean> {
    const alive = this.#ports.processes.isAlive(owner);
    if (alive !== undefined) return alive;
    const bytes = await this.#ports.fileSystem.read(this.#path(name));
    if (bytes === undefined) return false;
    const last = Date.parse(new TextDecoder().decode(bytes));
    return Number.isNaN(last) || this.#ports.clock.now() - last < leftBehind;
  }

  #hold(mine: string): { release(): Promise<void> } {
    const ended = new AbortController();
    const beating = this.#beatUntil(ended.signal, mine);
    return {
      release: async () => {
        ended.abort();
        await beating;
        await this.#ports.fileSystem.remove(this.#path(mine));
      },
    };
  }

  async #beatUntil(signal: AbortSignal, name: string): Promise<void> {
    const { clock, logger } = this.#ports;
    while (!signal.aborted) {
      try {
        await clock.sleep(heartbeat, signal);
        await this.#beat(name);
      } catch (error) {
        if (error instanceof CancelledError) return;
        logger.warn(`The heartbeat of the lock could not be written: ${String(error)}`);
      }
    }
  }

  #path(name: string): string {
    return `${this.#directory}/${name}`;
  }
}

// The owner stands in the name: a name is never torn.
function nameOf({ file, owner }: Claim): string {
  const safe = (text: string): string => text.replace(/[^A-Za-z0-9.-]/gu, '-').slice(0, 100);
  return [safe(owner.host), owner.pid, safe(owner.started), file].join('~');
}

function claimOf(name: string): Claim | undefined {
  const [host, pid, started, file] = name.split('~');
  if (host === undefined || started === undefined || file === undefined) return undefined;
  return { file, owner: { host, pid: Number(pid), started } };
}
