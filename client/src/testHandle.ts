import * as vscode from 'vscode';
import type { BindingRegistry } from './bindings/BindingRegistry.js';
import type { StatusBoard } from './bindings/StatusBoard.js';
import type { Server } from './connection/Server.js';
import type { RunController } from './runs/RunController.js';
import type { SecretVault } from './credentials/SecretVault.js';
import type { ReplaceableDialogs } from './ui/ReplaceableDialogs.js';
import type { ContentTree } from './views/ContentTree.js';
import type { ContentView } from './views/ContentView.js';
import type { ItemDecorations } from './views/ItemDecorations.js';
import type { StatusBar } from './views/StatusBar.js';
import type { ItemCatalog } from './workspace/ItemCatalog.js';

/** What `activate()` gives to the tests inside the extension host, and to nobody else. */
export interface TestHandle {
  /** The configurations are read and the server knows them. */
  readonly ready: Promise<void>;
  readonly server: Server;
  readonly dialogs: ReplaceableDialogs;
  readonly bindings: BindingRegistry;
  readonly statuses: StatusBoard;
  readonly catalog: ItemCatalog;
  readonly tree: ContentTree;
  readonly view: ContentView;
  readonly statusBar: StatusBar;
  readonly vault: SecretVault;
  readonly decorations: ItemDecorations;
  readonly runs: RunController;
}

/** The handle while tests run; `undefined` for every other extension that asks. */
export function handle(context: vscode.ExtensionContext, parts: TestHandle): TestHandle | undefined {
  return context.extensionMode === vscode.ExtensionMode.Test ? parts : undefined;
}
