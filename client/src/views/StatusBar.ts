import * as vscode from 'vscode';
import type { BindingRegistry } from '../bindings/BindingRegistry.js';
import type { StatusBoard } from '../bindings/StatusBoard.js';
import type { RunController } from '../runs/RunController.js';
import { Lifetime } from '../ui/Lifetime.js';
import { statusModel, type StatusModel } from './statusModel.js';

/** The one status bar item; a click opens the menu. Hidden while nothing is configured. */
export class StatusBar extends Lifetime {
  readonly #item: vscode.StatusBarItem;
  readonly #parts: {
    readonly bindings: BindingRegistry;
    readonly statuses: StatusBoard;
    readonly runs: RunController;
  };

  constructor(parts: {
    readonly bindings: BindingRegistry;
    readonly statuses: StatusBoard;
    readonly runs: RunController;
  }) {
    super();
    this.#parts = parts;
    this.#item = this.own(
      vscode.window.createStatusBarItem('docbridge.status', vscode.StatusBarAlignment.Left, 10),
    );
    this.#item.name = 'Docbridge';
    this.#item.command = 'docbridge.showMenu';
    this.own(parts.bindings.onDidChange(() => this.#update()));
    this.own(parts.statuses.onDidChange(() => this.#update()));
    this.own(parts.runs.onDidChange(() => this.#update()));
    this.#update();
  }

  /** What is shown now; `undefined`: hidden. */
  get shown(): StatusModel | undefined {
    const { bindings, statuses, runs } = this.#parts;
    return statusModel(
      { statuses: statuses.all, running: runs.text, problems: bindings.problems.length },
      vscode.l10n.t,
    );
  }

  #update(): void {
    const model = this.shown;
    if (model === undefined) {
      this.#item.hide();
      return;
    }
    this.#item.text = model.text;
    this.#item.tooltip = this.#tooltip(model);
    this.#item.accessibilityInformation = { label: model.label, role: 'button' };
    this.#item.backgroundColor = model.warning
      ? new vscode.ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.#item.show();
  }

  #tooltip({ label }: StatusModel): vscode.MarkdownString {
    const tooltip = new vscode.MarkdownString();
    tooltip.appendText(label);
    for (const { name, platform, repository, last_run: run } of this.#parts.statuses.all) {
      const ended = run?.completed_at;
      const last = ended ? new Date(ended).toLocaleString(vscode.env.language) : vscode.l10n.t('never');
      tooltip.appendMarkdown('\n\n');
      tooltip.appendText(
        vscode.l10n.t(
          '{0}: {1} and {2} ({3}), last run {4}',
          name,
          platform.url,
          repository.url,
          repository.branch,
          last,
        ),
      );
    }
    return tooltip;
  }
}
