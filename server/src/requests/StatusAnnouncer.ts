import type { Logger } from '../ports/Logger.js';
import type { BindingStatus } from '../protocol.js';
import type { BindingRegistry } from './BindingRegistry.js';

/** Tells the client how bindings stand (`docbridge/statusChanged`). */
export class StatusAnnouncer {
  readonly #bindings: BindingRegistry;
  readonly #send: (status: BindingStatus) => void;
  readonly #logger: Logger;
  /** Bindings that are being looked at; `true`: look once more afterwards. */
  readonly #looking = new Map<string, boolean>();

  constructor(bindings: BindingRegistry, send: (status: BindingStatus) => void, logger: Logger) {
    this.#bindings = bindings;
    this.#send = send;
    this.#logger = logger;
  }

  /** A run begins. Asks nobody. */
  async running(name: string): Promise<void> {
    await this.#announce(name, true, (status) => ({ ...status, state: 'running' }));
  }

  /** A run ended. Tells what the state knows, asks nobody. */
  async settled(name: string): Promise<void> {
    await this.#announce(name, true, (status) => status);
  }

  /** Something changed on one side: looks at both in the background, one look at a time for each binding. */
  refresh(name: string): void {
    if (this.#looking.has(name)) {
      this.#looking.set(name, true);
      return;
    }
    this.#looking.set(name, false);
    void this.#announce(name, false, (status) => status).finally(() => {
      const again = this.#looking.get(name) === true;
      this.#looking.delete(name);
      if (again) this.refresh(name);
    });
  }

  async #announce(
    name: string,
    cached: boolean,
    change: (status: BindingStatus) => BindingStatus,
  ): Promise<void> {
    try {
      const open = this.#bindings.get(name);
      this.#send(change(await open.use(undefined, (engine, signal) => engine.status({ cached, signal }))));
    } catch (error) {
      // The work that is being announced has its own error; a status that cannot be told is only logged.
      const reason = error instanceof Error ? error.message : String(error);
      this.#logger.warn(`Status of "${name}" cannot be told: ${reason}`);
    }
  }
}
