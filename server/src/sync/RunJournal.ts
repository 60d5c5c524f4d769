import type { StateStore } from './StateStore.js';

/** A create on the platform, as the journal names it. */
export interface JournalStep {
  /** The create's idempotency key. */
  readonly step: string;
  readonly kind: string;
  /** Path in Git, relative to the binding's directory. */
  readonly path: string;
}

/**
 * Notes the creates of a run before and after they are made. A run that dies between a create and the saving
 * of the base leaves ids behind that nothing else knows: the next run takes them from here, so that no item is
 * ever created twice.
 */
export class RunJournal {
  readonly #state: StateStore;
  readonly #run: string;
  #isUsed: boolean;

  /** `isUsed`: an earlier run left entries behind. */
  constructor(state: StateStore, run: string, isUsed: boolean) {
    this.#state = state;
    this.#run = run;
    this.#isUsed = isUsed;
  }

  /** Durable before the first of the steps is taken. */
  async intend(steps: readonly JournalStep[]): Promise<void> {
    if (steps.length === 0) return;
    this.#isUsed = true;
    await Promise.all(
      steps.map(({ step, kind, path }) =>
        this.#state.appendJournal({ run: this.#run, step, state: 'intended', detail: { kind, path } }),
      ),
    );
  }

  async done({ step, kind, path }: JournalStep, id: string): Promise<void> {
    this.#isUsed = true;
    await this.#state.appendJournal({ run: this.#run, step, state: 'done', detail: { kind, path, id } });
  }

  /** Called when the base holds all of it. */
  async clear(): Promise<void> {
    if (!this.#isUsed) return;
    await this.#state.clearJournal();
    this.#isUsed = false;
  }
}

/** Ids that an interrupted run created and could not save in the base, by path. */
export async function createdIds(state: StateStore): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { state: step, detail } of await state.journal()) {
    const { path, id } = detail;
    if (step === 'done' && path !== undefined && id !== undefined) ids.set(path, id);
  }
  return ids;
}
