import * as vscode from 'vscode';
import type { SyncDirection } from '../../../server/src/protocol.js';
import type { BindingInfo, BindingRegistry } from '../bindings/BindingRegistry.js';
import type { Dialogs } from '../ui/Dialogs.js';

const storageKey = 'docbridge.approved';

/**
 * Asks once before the first write to each remote: a configuration that somebody else changed may not lead
 * our writes (and the person's credentials) to another host unseen.
 */
export class FirstWrites {
  readonly #bindings: BindingRegistry;
  readonly #dialogs: Dialogs;
  readonly #memento: vscode.Memento;

  constructor(bindings: BindingRegistry, dialogs: Dialogs, memento: vscode.Memento) {
    this.#bindings = bindings;
    this.#dialogs = dialogs;
    this.#memento = memento;
  }

  /** Whether the person agreed to write to what a binding names, now or before. */
  async allow(name: string, direction: SyncDirection): Promise<boolean> {
    const binding = this.#bindings.find(name);
    if (binding === undefined) return true;
    const wanted = targetsOf(binding, direction);
    const approved = this.#memento.get<readonly string[]>(storageKey) ?? [];
    const fresh = wanted.filter((target) => !approved.includes(target));
    if (fresh.length === 0) return true;
    const isAllowed = await this.#dialogs.confirm({
      message: vscode.l10n.t('Write to {0}?', fresh.join(vscode.l10n.t(' and '))),
      detail: vscode.l10n.t(
        'Binding "{0}" writes there for the first time. You are asked once for each place.',
        name,
      ),
      action: vscode.l10n.t('Write'),
    });
    if (isAllowed) await this.#memento.update(storageKey, [...approved, ...fresh]);
    return isAllowed;
  }
}

function targetsOf({ repository, platform }: BindingInfo, direction: SyncDirection): readonly string[] {
  return [
    ...(direction === 'import' ? [] : [`${repository.url} (${repository.branch})`]),
    ...(direction === 'export' ? [] : [platform.url]),
  ];
}
