import type { Binding } from '../config/Configuration.js';
import { CancelledError } from '../errors/networkErrors.js';
import type { Engine } from '../sync/Engine.js';

/** Opens the engine of a binding; nothing is requested before it is used. */
export type OpenEngine = (binding: Binding) => Engine;

/** One binding of the configuration with its engine, which is opened at the first use. */
export class OpenBinding {
  readonly binding: Binding;
  /** URI of the docbridge.json that holds it. */
  readonly uri: string;
  /** Folder of that file on disk, when there is one. */
  readonly folder: string | undefined;
  readonly #open: OpenEngine;
  readonly #stop = new AbortController();
  readonly #running = new Set<Promise<unknown>>();
  readonly #retiring = new Set<Promise<unknown>>();
  #engine: Engine | undefined;

  constructor(binding: Binding, uri: string, folder: string | undefined, open: OpenEngine) {
    this.binding = binding;
    this.uri = uri;
    this.folder = folder;
    this.#open = open;
  }

  /** Whether `use` has opened the engine. */
  get isOpen(): boolean {
    return this.#engine !== undefined;
  }

  /** Works with the engine; `signal` also fires when the binding is closed. */
  async use<T>(
    signal: AbortSignal | undefined,
    work: (engine: Engine, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (this.#stop.signal.aborted) throw new CancelledError();
    this.#engine ??= this.#open(this.binding);
    const both = signal === undefined ? this.#stop.signal : AbortSignal.any([signal, this.#stop.signal]);
    const running = work(this.#engine, both);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Stops what runs and waits for it; the engine is gone afterwards. */
  async close(): Promise<void> {
    this.#stop.abort(new CancelledError());
    this.#retire();
    await Promise.allSettled(this.#retiring);
  }

  /** Whether `engine` is the one that the next use gets. */
  isCurrent(engine: Engine | undefined): boolean {
    return engine === this.#engine;
  }

  /**
   * Lets the next use open a new engine, which asks for credentials anew; what runs goes on with the old
   * one. Nothing happens when `engine` has been replaced already.
   */
  renew(engine = this.#engine): void {
    if (engine === this.#engine) this.#retire();
  }

  #retire(): void {
    const engine = this.#engine;
    this.#engine = undefined;
    const retiring = Promise.allSettled(this.#running)
      .then(() => engine?.dispose())
      .finally(() => this.#retiring.delete(retiring));
    this.#retiring.add(retiring);
  }
}
