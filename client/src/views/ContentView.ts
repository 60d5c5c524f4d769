import * as vscode from 'vscode';
import type { BindingRegistry } from '../bindings/BindingRegistry.js';
import type { StatusBoard } from '../bindings/StatusBoard.js';
import { Lifetime } from '../ui/Lifetime.js';
import type { WatchedBindings } from '../workspace/WatchedBindings.js';
import type { ContentNode } from './contentNodes.js';
import type { ContentTree } from './ContentTree.js';
import { contentViewId } from './contentViewId.js';
import { pendingCount } from './statusModel.js';

/** The view around the tree: badge, welcome states (by context keys), and watching while it is seen. */
export class ContentView extends Lifetime {
  readonly view: vscode.TreeView<ContentNode>;
  readonly #parts: {
    readonly bindings: BindingRegistry;
    readonly statuses: StatusBoard;
    readonly watched: WatchedBindings;
  };
  #watching: readonly vscode.Disposable[] = [];

  constructor(
    tree: ContentTree,
    parts: {
      readonly bindings: BindingRegistry;
      readonly statuses: StatusBoard;
      readonly watched: WatchedBindings;
    },
  ) {
    super();
    this.#parts = parts;
    this.view = this.own(
      vscode.window.createTreeView(contentViewId, { treeDataProvider: tree, showCollapseAll: true }),
    );
    this.own(parts.bindings.onDidChange(() => this.#update()));
    this.own(parts.statuses.onDidChange(() => this.#update()));
    this.own(this.view.onDidChangeVisibility(() => this.#watch()));
    this.own({ dispose: () => this.#release(this.#watching) });
  }

  #update(): void {
    const { bindings, statuses } = this.#parts;
    const value = pendingCount(statuses.all);
    const tooltip =
      value === 1 ? vscode.l10n.t('1 pending change') : vscode.l10n.t('{0} pending changes', value);
    this.view.badge = value === 0 ? undefined : { value, tooltip };
    setContext(
      'docbridge.state',
      bindings.problems.length > 0 ? 'configuration' : bindings.all.length > 0 ? 'bound' : 'none',
    );
    setContext(
      'docbridge.hasConflicts',
      statuses.all.some(({ conflicts }) => conflicts > 0),
    );
    this.#watch();
  }

  #watch(): void {
    const before = this.#watching;
    const names = this.view.visible ? this.#parts.bindings.all.map(({ name }) => name) : [];
    // The new ones first, so that nothing is stopped and started again.
    this.#watching = names.map((name) => this.#parts.watched.watch(name));
    this.#release(before);
  }

  #release(watching: readonly vscode.Disposable[]): void {
    for (const each of watching) each.dispose();
  }
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
