import { DocbridgeError } from '../errors/DocbridgeError.js';
import type { Clock } from '../ports/Clock.js';
import type { Logger } from '../ports/Logger.js';
import type { ItemsChangedNotification, WorkspaceEntry } from '../protocol.js';
import type { BindingRegistry } from './BindingRegistry.js';
import type { StatusAnnouncer } from './StatusAnnouncer.js';
import { listingChanges } from './listingChanges.js';

/** Milliseconds between two polls: at first, at rest, and at most after errors. */
const INTERVAL = { busy: 10_000, idle: 60_000, failing: 300_000 } as const;

interface Watch {
  readonly stop: AbortController;
  entries: readonly WorkspaceEntry[] | undefined;
}

/**
 * Polls the platforms of watched bindings and tells the client what changed. One poll at a time for each
 * binding; slower while nothing happens, much slower while it fails, not at all while the window is not
 * active. It never asks for a credential that was declined.
 */
export class PlatformWatcher {
  readonly #bindings: BindingRegistry;
  readonly #status: StatusAnnouncer;
  readonly #notify: (change: ItemsChangedNotification.Params) => void;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #watches = new Map<string, Watch>();
  #active = true;
  #wake: (() => void)[] = [];

  constructor(ports: {
    readonly bindings: BindingRegistry;
    readonly status: StatusAnnouncer;
    readonly notify: (change: ItemsChangedNotification.Params) => void;
    readonly clock: Clock;
    readonly logger: Logger;
  }) {
    this.#bindings = ports.bindings;
    this.#status = ports.status;
    this.#notify = ports.notify;
    this.#clock = ports.clock;
    this.#logger = ports.logger;
  }

  watch(name: string, on: boolean): void {
    const running = this.#watches.get(name);
    if (on === (running !== undefined)) return;
    if (running !== undefined) {
      this.#watches.delete(name);
      running.stop.abort();
      return;
    }
    const watch: Watch = { stop: new AbortController(), entries: undefined };
    this.#watches.set(name, watch);
    void this.#loop(name, watch);
  }

  /** Polling pauses while the window is not active, and goes on at once when it is again. */
  setActive(active: boolean): void {
    this.#active = active;
    if (!active) return;
    for (const wake of this.#wake.splice(0)) wake();
  }

  /**
   * What the client did itself at `paths` is no news to it: takes the present listing as known, and tells
   * what else changed.
   */
  async acknowledge(name: string, paths: readonly string[]): Promise<void> {
    const watch = this.#watches.get(name);
    if (watch?.entries === undefined) return;
    try {
      const entries = await this.#list(name, watch, false);
      const changes = listingChanges(watch.entries, entries);
      watch.entries = entries;
      this.#tell(
        name,
        changes.filter(({ path }) => !paths.some((own) => related(own, path))),
      );
    } catch (error) {
      this.#logger.warn(`The listing of "${name}" cannot be read: ${String(error)}`);
    }
  }

  /** Stops watching what is no longer configured. */
  prune(names: ReadonlySet<string>): void {
    for (const name of [...this.#watches.keys()]) if (!names.has(name)) this.watch(name, false);
  }

  dispose(): void {
    this.prune(new Set());
  }

  async #loop(name: string, watch: Watch): Promise<void> {
    const { signal } = watch.stop;
    let interval: number = INTERVAL.busy;
    while (!signal.aborted) {
      try {
        interval = (await this.#poll(name, watch)) ? INTERVAL.busy : Math.min(interval * 1.5, INTERVAL.idle);
      } catch (error) {
        if (stopped(signal)) return;
        interval = Math.min(interval * 2, INTERVAL.failing);
        const code = error instanceof DocbridgeError ? error.code : String(error);
        this.#logger.warn(
          `Looking at the platform of "${name}" failed (${code}); next look in ${interval / 1000} s.`,
        );
      }
      await this.#pause(interval, signal);
    }
  }

  /** Whether something changed; the first look only learns what is there. */
  async #poll(name: string, watch: Watch): Promise<boolean> {
    const before = watch.entries;
    const entries = await this.#list(name, watch, true);
    // A write of the client came in between and is known already: its listing is the newer one.
    if (watch.entries !== before) return false;
    watch.entries = entries;
    const changes = before === undefined ? [] : listingChanges(before, entries);
    this.#tell(name, changes);
    return changes.length > 0;
  }

  #tell(name: string, changes: ItemsChangedNotification.Params['changes']): void {
    if (changes.length === 0) return;
    this.#notify({ binding: name, changes });
    this.#status.refresh(name);
  }

  #list(name: string, watch: Watch, refresh: boolean): Promise<readonly WorkspaceEntry[]> {
    return this.#bindings
      .get(name)
      .use(watch.stop.signal, (engine, signal) => engine.workspace.list({ refresh, signal }));
  }

  async #pause(interval: number, signal: AbortSignal): Promise<void> {
    try {
      await this.#clock.sleep(interval, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    if (this.#active || stopped(signal)) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        signal.removeEventListener('abort', go);
        resolve();
      };
      this.#wake.push(go);
      signal.addEventListener('abort', go);
    });
  }
}

/** The same path, or one above or below the other. */
function related(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}

/** Read anew each time: it changes while the loop waits. */
function stopped(signal: AbortSignal): boolean {
  return signal.aborted;
}
