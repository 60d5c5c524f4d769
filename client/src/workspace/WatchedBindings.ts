import * as vscode from 'vscode';
import type { BindingRegistry } from '../bindings/BindingRegistry.js';
import type { Server } from '../connection/Server.js';

/** Which bindings' platforms the server watches: those that somebody looks at. */
export class WatchedBindings {
  readonly #server: Server;
  readonly #bindings: BindingRegistry;
  readonly #isTrusted: () => boolean;
  readonly #counts = new Map<string, number>();

  constructor(server: Server, bindings: BindingRegistry, isTrusted: () => boolean) {
    this.#server = server;
    this.#bindings = bindings;
    this.#isTrusted = isTrusted;
    bindings.onDidChange(() => {
      for (const name of this.#counts.keys()) this.#tell(name, true);
    });
  }

  /** Watches until the result is disposed. */
  watch(binding: string): vscode.Disposable {
    this.#count(binding, 1);
    let ended = false;
    return new vscode.Disposable(() => {
      if (!ended) this.#count(binding, -1);
      ended = true;
    });
  }

  /** Looks at once: after a sign-in the server may be waiting out a series of failures. */
  again(): void {
    for (const name of this.#counts.keys()) {
      this.#tell(name, false);
      this.#tell(name, true);
    }
  }

  #count(binding: string, by: 1 | -1): void {
    const before = this.#counts.get(binding) ?? 0;
    const now = before + by;
    if (now > 0) this.#counts.set(binding, now);
    else this.#counts.delete(binding);
    if (before === 0 || now === 0) this.#tell(binding, now > 0);
  }

  /** A binding that is not known yet is told when the configuration is. */
  #tell(binding: string, on: boolean): void {
    if (this.#bindings.find(binding) === undefined || (on && !this.#isTrusted())) return;
    this.#server.notify('watch', { binding, on });
  }
}
