import * as vscode from 'vscode';
import type { BindingRegistry } from '../bindings/BindingRegistry.js';
import { Lifetime } from '../ui/Lifetime.js';
import { findCheckouts, itemOfFile, type Checkout } from '../workspace/checkouts.js';
import { itemPathOf, scheme, type ItemPath } from '../workspace/itemUris.js';
import type { ItemCatalog } from '../workspace/ItemCatalog.js';
import { itemLook } from './itemStates.js';

/** Badge and colour of an item's state, on its virtual file and on its file in an open checkout. */
export class ItemDecorations extends Lifetime implements vscode.FileDecorationProvider {
  readonly #catalog: ItemCatalog;
  readonly #changed = this.own(new vscode.EventEmitter<undefined>());
  #checkouts: readonly Checkout[] = [];

  readonly onDidChangeFileDecorations = this.#changed.event;

  constructor(catalog: ItemCatalog, bindings: BindingRegistry, onError: (error: unknown) => void) {
    super();
    this.#catalog = catalog;
    this.own(catalog.onDidChange(() => this.#changed.fire(undefined)));
    const find = (): void => void this.#findCheckouts(bindings).catch(onError);
    this.own(bindings.onDidChange(find));
    this.own(vscode.workspace.onDidChangeWorkspaceFolders(find));
  }

  /** The item that a file of an open checkout is. */
  itemOf(uri: vscode.Uri): ItemPath | undefined {
    return uri.scheme === scheme ? itemPathOf(uri) : itemOfFile(this.#checkouts, uri);
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const item = this.itemOf(uri);
    const entry = item === undefined ? undefined : this.#catalog.peek(item.binding)?.get(item.path);
    const look =
      entry === undefined || entry.kind === 'folder' ? undefined : itemLook(entry.state, vscode.l10n.t);
    if (look === undefined) return undefined;
    const decoration = new vscode.FileDecoration(look.badge, look.text, new vscode.ThemeColor(look.color));
    decoration.propagate = true;
    return decoration;
  }

  async #findCheckouts(bindings: BindingRegistry): Promise<void> {
    this.#checkouts = await findCheckouts(bindings.all);
    this.#changed.fire(undefined);
  }
}
