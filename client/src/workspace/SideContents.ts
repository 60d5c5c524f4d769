import * as vscode from 'vscode';
import type { Server } from '../connection/Server.js';
import { toFailure } from '../connection/ServerFailure.js';
import { Lifetime } from '../ui/Lifetime.js';
import { itemPathOf, sideSchemes } from './itemUris.js';
import type { ItemCatalog } from './ItemCatalog.js';

/**
 * Read-only sides for comparisons: the repository (`docbridge-remote:`), the base (`docbridge-base:`), the
 * platform as it is now (`docbridge-platform:`) and the versions of a conflict (`docbridge-conflict:` with
 * `?<id>#<side>`). A file that a side does not have is empty there.
 */
export class SideContents extends Lifetime implements vscode.TextDocumentContentProvider {
  readonly #server: Server;
  readonly #changed = this.own(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;

  constructor(server: Server, catalog: ItemCatalog) {
    super();
    this.#server = server;
    const schemes: readonly string[] = Object.values(sideSchemes);
    for (const scheme of schemes)
      this.own(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
    const again = (binding?: string): void => {
      for (const { uri } of vscode.workspace.textDocuments) {
        const isOurs = schemes.includes(uri.scheme) && uri.scheme !== sideSchemes.conflict;
        if (isOurs && (binding === undefined || itemPathOf(uri)?.binding === binding))
          this.#changed.fire(uri);
      }
    };
    this.own(catalog.onDidChange(({ binding, changes }) => changes.length > 0 && again(binding)));
    this.own(server.onStatusChanged(({ binding }) => again(binding.name)));
  }

  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const item = itemPathOf(uri);
    if (item === undefined) return '';
    switch (uri.scheme) {
      case sideSchemes.git:
        return (await this.#server.request('readSide', { ...item, side: 'git' }, token))?.text ?? '';
      case sideSchemes.base:
        return (await this.#server.request('readSide', { ...item, side: 'base' }, token))?.text ?? '';
      case sideSchemes.platform:
        return this.#platform(item, token);
      default:
        return this.#conflict(item.binding, uri, token);
    }
  }

  async #platform(
    item: { readonly binding: string; readonly path: string },
    token: vscode.CancellationToken,
  ): Promise<string> {
    try {
      return (await this.#server.request('read', item, token)).text;
    } catch (error) {
      const { code } = toFailure(error);
      if (code === 'path-not-found' || code === 'platform-not-found') return '';
      throw error;
    }
  }

  async #conflict(binding: string, uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const { conflicts } = await this.#server.request('conflicts', { binding }, token);
    const record = conflicts.find(({ id }) => id === uri.query);
    const side = uri.fragment === 'git' ? record?.git : record?.platform;
    return side?.text ?? '';
  }
}
