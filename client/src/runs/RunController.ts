import * as vscode from 'vscode';
import type { Run, SyncDirection } from '../../../server/src/protocol.js';
import type { StatusBoard } from '../bindings/StatusBoard.js';
import type { WorkProgress, Server } from '../connection/Server.js';
import { ServerFailure } from '../connection/ServerFailure.js';
import type { CredentialSource } from '../credentials/CredentialSource.js';
import type { Dialogs } from '../ui/Dialogs.js';
import { Lifetime } from '../ui/Lifetime.js';
import type { Reporter } from '../ui/report.js';
import type { ItemCatalog } from '../workspace/ItemCatalog.js';
import { contentViewId } from '../views/contentViewId.js';
import type { FirstWrites } from './FirstWrites.js';

export interface RunControllerParts {
  readonly server: Server;
  readonly statuses: StatusBoard;
  readonly catalog: ItemCatalog;
  readonly credentials: CredentialSource;
  readonly firstWrites: FirstWrites;
  readonly dialogs: Dialogs;
  readonly report: Reporter;
  readonly log: vscode.LogOutputChannel;
}

type Work = (onProgress: (progress: WorkProgress) => void, token: vscode.CancellationToken) => Promise<Run>;

/** Runs that this window started: one a binding, with progress and cancel; success says nothing. */
export class RunController extends Lifetime {
  readonly #parts: RunControllerParts;
  readonly #changed = this.own(new vscode.EventEmitter<void>());
  readonly #running = new Map<string, { text: string; readonly cancel: vscode.CancellationTokenSource }>();

  /** Fires when a run begins, moves on or ends. */
  readonly onDidChange = this.#changed.event;

  constructor(parts: RunControllerParts) {
    super();
    this.#parts = parts;
    this.own({ dispose: () => this.cancel() });
  }

  /** One line for what is under way; `undefined`: nothing. */
  get text(): string | undefined {
    return [...this.#running.values()][0]?.text;
  }

  isRunning(binding: string): boolean {
    return this.#running.has(binding);
  }

  /** Cancels the runs of this window, or the one of a binding. */
  cancel(binding?: string): void {
    for (const [name, { cancel }] of this.#running)
      if (binding === undefined || name === binding) cancel.cancel();
  }

  /** Exports, imports or syncs. `undefined`: declined or failed, which has been reported. */
  async start(binding: string, direction: SyncDirection, confirm?: string): Promise<Run | undefined> {
    const params = { binding, direction, ...(confirm === undefined ? {} : { confirm }) };
    return this.track(binding, directionText(direction, binding), direction, (onProgress, token) =>
      this.#parts.server.requestWithProgress('run', params, onProgress, token),
    );
  }

  /** Does something that ends in a run, with the same care. `direction`: where it may write. */
  async track(binding: string, text: string, direction: SyncDirection, work: Work): Promise<Run | undefined> {
    if (!(await this.#parts.firstWrites.allow(binding, direction))) return undefined;
    if (this.#running.has(binding)) {
      const words = vscode.l10n.t('"{0}" is being synced already.', binding);
      await this.#parts.dialogs.message('information', words, []);
      return undefined;
    }
    const cancel = new vscode.CancellationTokenSource();
    const running = { text, cancel };
    this.#running.set(binding, running);
    this.#announce();
    const onProgress = ({ message, percentage }: WorkProgress): void => {
      const done = percentage === undefined ? '' : ` ${Math.round(percentage)} %`;
      running.text = message === undefined ? `${text}${done}` : `${text}: ${message}${done}`;
      this.#announce();
    };
    try {
      const run = await this.#parts.credentials.duringAct(() =>
        inProgress(text, () => work(onProgress, cancel.token)),
      );
      this.#ended(binding, direction, run);
      return run;
    } catch (error) {
      this.#failed(binding, direction, error);
      return undefined;
    } finally {
      this.#running.delete(binding);
      cancel.dispose();
      this.#announce();
      await this.#refresh(binding);
    }
  }

  #ended(binding: string, direction: SyncDirection, run: Run): void {
    this.#parts.log.info(`${binding}: ${run.status}. ${run.message}`);
    if (run.error !== undefined) this.#failed(binding, direction, new ServerFailure(run.error));
    else if (run.conflicts.length > 0) void this.#offerResolve(run.conflicts.length);
  }

  #failed(binding: string, direction: SyncDirection, error: unknown): void {
    this.#parts.report.report(error, {
      binding,
      confirm: (hash) => this.start(binding, direction, hash),
    });
  }

  async #offerResolve(conflicts: number): Promise<void> {
    const resolve = vscode.l10n.t('Resolve');
    const text =
      conflicts === 1
        ? vscode.l10n.t('One item was changed on both sides. Nothing was overwritten; choose what to keep.')
        : vscode.l10n.t(
            '{0} items were changed on both sides. Nothing was overwritten; choose what to keep.',
            conflicts,
          );
    const pressed = await this.#parts.dialogs.message('warning', text, [resolve]);
    if (pressed === resolve) await vscode.commands.executeCommand('docbridge.resolveConflict');
  }

  async #refresh(binding: string): Promise<void> {
    try {
      await this.#parts.catalog.load(binding, { refresh: true });
    } catch (error) {
      this.#parts.log.debug(`The list of "${binding}" could not be read: ${String(error)}`);
    }
    await this.#parts.statuses.refresh({ binding });
  }

  #announce(): void {
    void vscode.commands.executeCommand('setContext', 'docbridge.running', this.#running.size > 0);
    this.#changed.fire();
  }
}

/** The view shows that something is going on; the status bar says what. */
async function inProgress<T>(title: string, work: () => Promise<T>): Promise<T> {
  return vscode.window.withProgress({ location: { viewId: contentViewId }, title }, work);
}

function directionText(direction: SyncDirection, binding: string): string {
  switch (direction) {
    case 'export':
      return vscode.l10n.t('Exporting {0}', binding);
    case 'import':
      return vscode.l10n.t('Importing {0}', binding);
    case 'both':
      return vscode.l10n.t('Syncing {0}', binding);
  }
}
