import * as vscode from 'vscode';
import type { BindingStatus } from '../../../server/src/protocol.js';
import type { Server } from '../connection/Server.js';
import { toFailure } from '../connection/ServerFailure.js';
import { Lifetime } from '../ui/Lifetime.js';
import type { BindingRegistry } from './BindingRegistry.js';

/** Shortest allowed `docbridge.poll.interval`, in seconds. */
const shortestInterval = 10;

/** How each binding stands; asks the server at the start, at changes, and at intervals while the window is used. */
export class StatusBoard extends Lifetime {
  readonly #server: Server;
  readonly #bindings: BindingRegistry;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = this.own(new vscode.EventEmitter<void>());
  readonly #statuses = new Map<string, BindingStatus>();
  #timer: NodeJS.Timeout | undefined;
  #asked = 0;

  readonly onDidChange = this.#changed.event;

  constructor(server: Server, bindings: BindingRegistry, log: vscode.LogOutputChannel) {
    super();
    this.#server = server;
    this.#bindings = bindings;
    this.#log = log;
    this.own(server.onStatusChanged(({ binding }) => this.#take([binding])));
    this.own(bindings.onDidChange(() => void this.#bindingsChanged()));
    this.own(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        server.notify('windowState', { focused });
        if (focused) void this.#poll();
      }),
    );
    this.own(
      vscode.workspace.onDidChangeConfiguration(
        (change) => change.affectsConfiguration('docbridge.poll.interval') && this.#schedule(),
      ),
    );
    this.own({ dispose: () => clearInterval(this.#timer) });
    this.#schedule();
  }

  /** In the order of the configurations. */
  get all(): readonly BindingStatus[] {
    return this.#bindings.all
      .map(({ name }) => this.#statuses.get(name))
      .filter((status) => status !== undefined);
  }

  of(name: string): BindingStatus | undefined {
    return this.#statuses.get(name);
  }

  /** Asks the server, which asks both sides unless `cached`. Never rejects: a status carries its own error. */
  async refresh(options: { readonly binding?: string; readonly cached?: boolean } = {}): Promise<void> {
    if (this.#bindings.all.length === 0) return;
    const cached = options.cached === true || !vscode.workspace.isTrusted;
    if (!cached) this.#asked = Date.now();
    try {
      const { bindings } = await this.#server.request('status', { ...options, cached });
      this.#take(bindings);
    } catch (error) {
      this.#log.warn(`The status could not be read: ${toFailure(error).message}`);
    }
  }

  async #bindingsChanged(): Promise<void> {
    for (const name of [...this.#statuses.keys()]) {
      if (this.#bindings.find(name) === undefined) this.#statuses.delete(name);
    }
    this.#changed.fire();
    await this.refresh({ cached: true });
    await this.refresh();
  }

  #take(statuses: readonly BindingStatus[]): void {
    for (const status of statuses) this.#statuses.set(status.name, status);
    this.#changed.fire();
  }

  /** Seconds between two looks; 0: none. */
  get #interval(): number {
    const wanted = vscode.workspace.getConfiguration('docbridge').get<number>('poll.interval') ?? 0;
    return wanted <= 0 ? 0 : Math.max(wanted, shortestInterval);
  }

  #schedule(): void {
    clearInterval(this.#timer);
    if (this.#interval > 0) this.#timer = setInterval(() => void this.#poll(), this.#interval * 1000);
  }

  async #poll(): Promise<void> {
    const due = this.#interval > 0 && Date.now() - this.#asked >= this.#interval * 900;
    if (due && vscode.window.state.focused && this.all.every(({ state }) => state !== 'running'))
      await this.refresh();
  }
}
