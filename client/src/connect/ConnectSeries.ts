import * as vscode from 'vscode';
import type { ParamsOf, ResultOf, Server } from '../connection/Server.js';
import type { CredentialPrompt } from '../credentials/CredentialPrompt.js';
import type { GitHubSession } from '../credentials/CredentialSource.js';
import type { SecretVault } from '../credentials/SecretVault.js';
import { back, type Back, type Dialogs, type StepInfo } from '../ui/Dialogs.js';
import type { Reporter } from '../ui/report.js';
import type { Step, StepOutcome } from '../ui/steps.js';
import { emptyDraft, type ConnectDraft } from './ConnectDraft.js';

/** How many steps Connect has at most. */
const totalSteps = 9;

export interface ConnectParts {
  readonly server: Server;
  readonly dialogs: Dialogs;
  readonly prompt: CredentialPrompt;
  readonly vault: SecretVault;
  readonly github: GitHubSession;
  readonly report: Reporter;
}

/** What the steps of Connect share. */
export class ConnectSeries {
  readonly draft: ConnectDraft = emptyDraft();
  readonly dialogs: Dialogs;
  readonly prompt: CredentialPrompt;
  readonly vault: SecretVault;
  readonly github: GitHubSession;
  readonly report: Reporter;
  readonly #server: Server;

  constructor(parts: ConnectParts) {
    this.dialogs = parts.dialogs;
    this.prompt = parts.prompt;
    this.vault = parts.vault;
    this.github = parts.github;
    this.report = parts.report;
    this.#server = parts.server;
  }

  readonly info = ({ step, canGoBack }: Parameters<Step>[0]): StepInfo => ({
    title: vscode.l10n.t('Connect a Platform to Git'),
    step,
    totalSteps,
    canGoBack,
  });

  /** Keeps an answer and says how the step ended. */
  take<T>(answer: T | Back | undefined, keep: (answer: T) => unknown): StepOutcome {
    if (answer === undefined) return 'cancel';
    if (answer === back) return 'back';
    keep(answer);
    return 'next';
  }

  /** Tries an address, with a sign of life in the window meanwhile. */
  async probe<K extends 'probePlatform' | 'probeRepository'>(
    name: K,
    params: ParamsOf<K>,
  ): Promise<ResultOf<K>> {
    return vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Trying the address') },
      () => this.#server.request(name, params),
    );
  }
}
