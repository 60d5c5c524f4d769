import * as vscode from 'vscode';
import type { BindingRegistry } from '../bindings/BindingRegistry.js';
import type { StatusBoard } from '../bindings/StatusBoard.js';
import type { Server } from '../connection/Server.js';
import { toFailure } from '../connection/ServerFailure.js';
import { errorWords } from '../ui/errorWords.js';
import { Lifetime } from '../ui/Lifetime.js';
import type { ItemCatalog } from '../workspace/ItemCatalog.js';
import type { BindingNode, ContentNode, ItemNode } from './contentNodes.js';
import { contentItem } from './contentItem.js';
import { treeModel } from './treeModel.js';

export interface ContentTreeParts {
  readonly server: Server;
  readonly bindings: BindingRegistry;
  readonly statuses: StatusBoard;
  readonly catalog: ItemCatalog;
}

/** The tree "Synced Content": conflicts, then each binding with its folders, documents and apps. */
export class ContentTree extends Lifetime implements vscode.TreeDataProvider<ContentNode> {
  readonly #parts: ContentTreeParts;
  readonly #changed = this.own(new vscode.EventEmitter<undefined>());
  readonly #parents = new WeakMap<ContentNode, ContentNode>();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(parts: ContentTreeParts) {
    super();
    this.#parts = parts;
    const again = (): void => this.#changed.fire(undefined);
    this.own(parts.bindings.onDidChange(again));
    this.own(parts.statuses.onDidChange(again));
    this.own(parts.catalog.onDidChange(again));
  }

  getTreeItem(node: ContentNode): vscode.TreeItem {
    const status = 'binding' in node ? this.#parts.statuses.of(node.binding) : undefined;
    return contentItem(node, status);
  }

  getParent(node: ContentNode): ContentNode | undefined {
    return this.#parents.get(node);
  }

  async getChildren(parent?: ContentNode): Promise<ContentNode[]> {
    const children = await this.#children(parent);
    if (parent !== undefined) for (const child of children) this.#parents.set(child, parent);
    return children;
  }

  async #children(parent: ContentNode | undefined): Promise<ContentNode[]> {
    switch (parent?.kind) {
      case undefined:
        return this.#roots();
      case 'conflicts':
        return [...parent.conflicts];
      case 'binding':
        return this.#items(parent);
      case 'item':
        return parent.item.children.map((item): ItemNode => ({
          kind: 'item',
          binding: parent.binding,
          item,
        }));
      case 'conflict':
      case 'message':
        return [];
    }
  }

  async #roots(): Promise<ContentNode[]> {
    // What is wrong with the configurations is shown by the status bar.
    await this.#parts.bindings.load().catch(() => undefined);
    const bindings = this.#parts.bindings.all;
    const conflicts = (await Promise.all(bindings.map(({ name }) => this.#conflicts(name)))).flat();
    const nodes = bindings.map(({ name }): BindingNode => ({ kind: 'binding', binding: name }));
    return conflicts.length === 0 ? nodes : [{ kind: 'conflicts', conflicts }, ...nodes];
  }

  async #conflicts(binding: string): Promise<(ContentNode & { kind: 'conflict' })[]> {
    if ((this.#parts.statuses.of(binding)?.conflicts ?? 0) === 0) return [];
    try {
      const { conflicts } = await this.#parts.server.request('conflicts', { binding });
      return conflicts.map((conflict) => ({ kind: 'conflict', binding, conflict }));
    } catch {
      // The status of the binding says the same error.
      return [];
    }
  }

  async #items({ binding }: BindingNode): Promise<ContentNode[]> {
    const message = (text: string, needsSignIn = false): ContentNode[] => [
      { kind: 'message', binding, text, needsSignIn },
    ];
    if (!vscode.workspace.isTrusted) {
      return message(vscode.l10n.t('Trust this workspace to see what is on the platform'));
    }
    try {
      const { entries } = await this.#parts.catalog.get(binding);
      const nodes = treeModel(entries).map((item): ItemNode => ({ kind: 'item', binding, item }));
      return nodes.length > 0 ? nodes : message(vscode.l10n.t('Nothing on the platform yet'));
    } catch (error) {
      const { text, action } = errorWords(toFailure(error), vscode.l10n.t);
      return message(text, action === 'signIn');
    }
  }
}
