import * as vscode from 'vscode';
import type { ConfigureRequest } from '../../../server/src/protocol.js';
import type { Server } from '../connection/Server.js';
import { ServerFailure } from '../connection/ServerFailure.js';
import { Lifetime } from '../ui/Lifetime.js';
import {
  configurableFolders,
  configurationName,
  globalConfigurationUri,
  readConfigurationFiles,
} from './configurationFiles.js';

export type BindingInfo = ConfigureRequest.Result['bindings'][number];
export type ConfigurationProblem = ConfigureRequest.Result['errors'][number];

/**
 * The bindings of every docbridge.json in reach. Reads them at the first `load()`, hands them to the server
 * and follows changes. Without a configuration the server is not started.
 */
export class BindingRegistry extends Lifetime {
  readonly #server: Server;
  readonly #globalStorage: vscode.Uri;
  readonly #changed = this.own(new vscode.EventEmitter<void>());
  #all: readonly BindingInfo[] = [];
  #problems: readonly ConfigurationProblem[] = [];
  #sent: string | undefined;
  #loading: Promise<void> | undefined;

  /** Fires when bindings or problems are other ones than before. */
  readonly onDidChange = this.#changed.event;

  constructor(server: Server, globalStorage: vscode.Uri) {
    super();
    this.#server = server;
    this.#globalStorage = globalStorage;
  }

  get all(): readonly BindingInfo[] {
    return this.#all;
  }

  /** Configurations that cannot be used, and why. */
  get problems(): readonly ConfigurationProblem[] {
    return this.#problems;
  }

  find(name: string): BindingInfo | undefined {
    return this.#all.find((binding) => binding.name === name);
  }

  /** Settles when the configurations are read and known to the server. Rejects with `ServerFailure`. */
  load(): Promise<void> {
    this.#loading ??= this.#read();
    return this.#loading;
  }

  /** Reads again after whatever is under way. */
  reload(): Promise<void> {
    const before = this.#loading ?? Promise.resolve();
    this.#loading = before.then(
      () => this.#read(),
      () => this.#read(),
    );
    return this.#loading;
  }

  /** Follows the files and folders; `onError` gets what a reload in the background was rejected with. */
  follow(onError: (error: unknown) => void): void {
    const again = (): void => void this.reload().catch(onError);
    const watch = (pattern: vscode.GlobPattern): void => {
      const watcher = this.own(vscode.workspace.createFileSystemWatcher(pattern));
      this.own(watcher.onDidCreate(again));
      this.own(watcher.onDidChange(again));
      this.own(watcher.onDidDelete(again));
    };
    watch(`**/${configurationName}`);
    watch(new vscode.RelativePattern(this.#globalStorage, configurationName));
    this.own(
      this.#server.onRestarted(() => {
        this.#sent = undefined;
        again();
      }),
    );
    this.own(vscode.workspace.onDidChangeWorkspaceFolders(again));
    this.own(vscode.workspace.onDidSaveTextDocument(({ uri }) => isConfiguration(uri) && again()));
    this.own(vscode.workspace.onDidGrantWorkspaceTrust(again));
    this.own(
      vscode.workspace.onDidChangeConfiguration(
        (change) => change.affectsConfiguration('http.proxy') && again(),
      ),
    );
  }

  /** Where Connect writes: at the root of the first folder that can hold one, else in the global storage. */
  get target(): vscode.Uri {
    const [folder] = configurableFolders();
    if (folder === undefined) return globalConfigurationUri(this.#globalStorage);
    return vscode.Uri.joinPath(folder.uri, configurationName);
  }

  async #read(): Promise<void> {
    const files = await readConfigurationFiles(this.#globalStorage);
    const proxy = vscode.workspace.getConfiguration('http').get<string>('proxy') ?? '';
    const params = { files, ...(proxy === '' ? {} : { proxy }) };
    // Trust is part of it: what waited for it starts with the change that this makes.
    const sent = JSON.stringify([params, vscode.workspace.isTrusted]);
    if (sent === this.#sent) return;
    if (files.length === 0 && this.#sent === undefined) {
      this.#sent = sent;
      this.#changed.fire();
      return;
    }
    try {
      const { bindings, errors } = await this.#server.request('configure', params);
      this.#sent = sent;
      this.#all = bindings;
      this.#problems = errors;
    } catch (error) {
      this.#all = [];
      this.#problems = files.map(({ uri }) => ({ uri, error: jsonOf(error) }));
      throw error;
    } finally {
      this.#changed.fire();
    }
  }
}

function isConfiguration(uri: vscode.Uri): boolean {
  return uri.path.endsWith(`/${configurationName}`);
}

function jsonOf(error: unknown): ConfigurationProblem['error'] {
  if (!(error instanceof ServerFailure))
    return { code: 'internal', category: 'internal', message: String(error), data: {} };
  const { code, category, message, data } = error;
  return { code, category, message, data };
}
