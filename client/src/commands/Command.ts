import type * as vscode from 'vscode';
import type { BindingRegistry } from '../bindings/BindingRegistry.js';
import type { StatusBoard } from '../bindings/StatusBoard.js';
import type { Server } from '../connection/Server.js';
import type { CredentialPrompt } from '../credentials/CredentialPrompt.js';
import type { CredentialSource, GitHubSession } from '../credentials/CredentialSource.js';
import type { SecretVault } from '../credentials/SecretVault.js';
import type { RunController } from '../runs/RunController.js';
import type { Dialogs } from '../ui/Dialogs.js';
import type { Reporter } from '../ui/report.js';
import type { ItemDecorations } from '../views/ItemDecorations.js';
import type { StatusBar } from '../views/StatusBar.js';
import type { ItemCatalog } from '../workspace/ItemCatalog.js';
import type { WatchedBindings } from '../workspace/WatchedBindings.js';

/** The parts that commands work with. */
export interface CommandContext {
  readonly server: Server;
  readonly bindings: BindingRegistry;
  readonly statuses: StatusBoard;
  readonly catalog: ItemCatalog;
  readonly watched: WatchedBindings;
  readonly runs: RunController;
  readonly credentials: CredentialSource;
  readonly prompt: CredentialPrompt;
  readonly github: GitHubSession;
  readonly vault: SecretVault;
  readonly decorations: ItemDecorations;
  readonly statusBar: StatusBar;
  readonly dialogs: Dialogs;
  readonly report: Reporter;
  readonly log: vscode.LogOutputChannel;
}

/** One command. What `run` rejects with is reported to the person. */
export interface Command {
  readonly id: `docbridge.${string}`;
  /** `target`: the tree node or URI that the command was called on, or what another command handed over. */
  run(context: CommandContext, target: unknown): Promise<void>;
}
