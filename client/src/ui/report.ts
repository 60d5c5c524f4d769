import * as vscode from 'vscode';
import { toFailure, type ServerFailure } from '../connection/ServerFailure.js';
import type { Dialogs } from './Dialogs.js';
import { actionLabel, errorWords, type ErrorAction } from './errorWords.js';

/** What an error was about, so that its action knows where to go. */
export interface ErrorContext {
  readonly binding?: string;
  /** Confirms what the error asks about (`confirmDeletions`, `replaceApps`); without it the log is offered. */
  readonly confirm?: (hash: string) => unknown;
}

/** Actions that run again what was asked about, with its hash. */
const confirmations: ReadonlySet<ErrorAction> = new Set(['confirmDeletions', 'replaceApps']);

type Act = (failure: ServerFailure, context: ErrorContext) => unknown;

/** Shows one message with buttons. The only place that opens messages of the editor (lint). */
export async function showMessage(
  kind: 'error' | 'warning' | 'information',
  text: string,
  actions: readonly string[],
): Promise<string | undefined> {
  switch (kind) {
    case 'error':
      return vscode.window.showErrorMessage(text, ...actions);
    case 'warning':
      return vscode.window.showWarningMessage(text, ...actions);
    case 'information':
      return vscode.window.showInformationMessage(text, ...actions);
  }
}

/** Turns errors into one message with one action; the log keeps the cause. */
export class Reporter {
  readonly #dialogs: Dialogs;
  readonly #log: vscode.LogOutputChannel;
  readonly #acts = new Map<ErrorAction, Act>();
  readonly #open = new Set<string>();

  constructor(dialogs: Dialogs, log: vscode.LogOutputChannel) {
    this.#dialogs = dialogs;
    this.#log = log;
  }

  /** Says how an action is done; commands do so at the start. */
  on(action: ErrorAction, act: Act): void {
    this.#acts.set(action, act);
  }

  /** Shows an error. A cancelled work is none; one that is still on the screen is not shown twice. */
  report(error: unknown, context: ErrorContext = {}): void {
    const failure = toFailure(error);
    if (failure.category === 'cancelled') return;
    const cause = failure.category === 'internal' ? failure.cause : undefined;
    this.#log.error(
      `[${failure.code}] ${context.binding ?? ''} ${failure.message}`,
      ...(cause === undefined ? [] : [cause]),
    );
    const words = errorWords(failure, vscode.l10n.t);
    const key = `${failure.code} ${words.text}`;
    if (this.#open.has(key)) return;
    this.#open.add(key);
    void this.#show(failure, context, words).finally(() => this.#open.delete(key));
  }

  async #show(
    failure: ServerFailure,
    context: ErrorContext,
    words: ReturnType<typeof errorWords>,
  ): Promise<void> {
    const { text, action: wanted } = words;
    const action = confirmations.has(wanted) && context.confirm === undefined ? 'showLog' : wanted;
    const label = actionLabel(action, vscode.l10n.t);
    const prefix = context.binding === undefined ? '' : `${context.binding}: `;
    const pressed = await this.#dialogs.message('error', `${prefix}${text}`, [label]);
    if (pressed !== label) return;
    if (confirmations.has(action)) await context.confirm?.(failure.text('hash') ?? '');
    else await this.#acts.get(action)?.(failure, context);
  }
}
