import * as vscode from 'vscode';
import type * as protocol from '../../../server/src/protocol.js';
import type { LanguageConnection, LanguageConnectionOptions } from './LanguageConnection.js';
import type { Notices, NoticeOf, ParamsOf, RequestName, ResultOf, Server, WorkProgress } from './Server.js';

type LazyServerOptions = Omit<
  LanguageConnectionOptions,
  'onStatusChanged' | 'onItemsChanged' | 'onRestarted'
>;

/** Milliseconds until a server that could not be started is tried again. */
const retryAfter = 10_000;

/** Starts the language server at its first use; until then not even its client library is loaded. */
export class LazyServer implements Server, vscode.Disposable {
  readonly #options: LazyServerOptions;
  readonly #statusChanged = new vscode.EventEmitter<protocol.StatusChangedNotification.Params>();
  readonly #itemsChanged = new vscode.EventEmitter<protocol.ItemsChangedNotification.Params>();
  readonly #restarted = new vscode.EventEmitter<void>();
  #starting: Promise<LanguageConnection> | undefined;
  #running: LanguageConnection | undefined;

  readonly onStatusChanged = this.#statusChanged.event;
  readonly onItemsChanged = this.#itemsChanged.event;
  readonly onRestarted = this.#restarted.event;

  constructor(options: LazyServerOptions) {
    this.#options = options;
  }

  async request<K extends RequestName>(
    name: K,
    params: ParamsOf<K>,
    token?: vscode.CancellationToken,
  ): Promise<ResultOf<K>> {
    return (await this.#start()).request(name, params, token);
  }

  async requestWithProgress<K extends 'plan' | 'run' | 'resolve'>(
    name: K,
    params: ParamsOf<K>,
    onProgress: (progress: WorkProgress) => void,
    token?: vscode.CancellationToken,
  ): Promise<ResultOf<K>> {
    return (await this.#start()).requestWithProgress(name, params, onProgress, token);
  }

  notify<K extends keyof Notices>(name: K, params: NoticeOf<K>): void {
    this.#running?.notify(name, params);
  }

  /** Ends the server and waits for its process. */
  async stop(): Promise<void> {
    const starting = this.#starting;
    this.#starting = undefined;
    this.#running = undefined;
    // One that could not be started has nothing to end.
    const connection = await starting?.catch(() => undefined);
    await connection?.stop();
  }

  dispose(): void {
    this.#statusChanged.dispose();
    this.#itemsChanged.dispose();
    this.#restarted.dispose();
  }

  #start(): Promise<LanguageConnection> {
    this.#starting ??= this.#connect().catch((error: unknown) => {
      setTimeout(() => (this.#starting = undefined), retryAfter);
      throw error;
    });
    return this.#starting;
  }

  async #connect(): Promise<LanguageConnection> {
    const { LanguageConnection: Connection } = await import('./LanguageConnection.js');
    const connection = await Connection.start({
      ...this.#options,
      onStatusChanged: (params) => this.#statusChanged.fire(params),
      onItemsChanged: (params) => this.#itemsChanged.fire(params),
      onRestarted: () => this.#restarted.fire(),
    });
    this.#running = connection;
    return connection;
  }
}
