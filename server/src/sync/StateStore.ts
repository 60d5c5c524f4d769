import type { Base, BaseContent } from './core/base.js';
import type { ConflictRecord, Run } from './runs.js';

/** One intended write of a run, noted before it is made; `done` afterwards. */
export interface JournalEntry {
  readonly run: string;
  /** Unique in the run; the idempotency key of a create. */
  readonly step: string;
  readonly state: 'intended' | 'done';
  readonly detail: Readonly<Record<string, string>>;
}

/** Holds one binding's state: `${DOCBRIDGE_STATE}/<hash of the binding>` (DESIGN: State). */
export interface StateStore {
  /** Folder for the disposable Git cache. */
  readonly cacheDirectory: string;
  /** `undefined`: no state yet, or lost (it is rebuilt). Throws `StateError` for a newer version. */
  loadBase(): Promise<Base | undefined>;
  /**
   * Replaces the base in one step. `contents` holds the items whose content changed; contents of items that
   * left the base are dropped, all others stay.
   */
  saveBase(base: Base, contents: ReadonlyMap<string, BaseContent>): Promise<void>;
  readContent(id: string): Promise<BaseContent | undefined>;
  conflicts(): Promise<readonly ConflictRecord[]>;
  putConflict(record: ConflictRecord): Promise<void>;
  removeConflict(id: string): Promise<void>;
  /** Adds the run, or replaces the one with the same `run_id`. */
  putRun(run: Run): Promise<void>;
  /** Newest first. */
  runs(limit: number): Promise<readonly Run[]>;
  appendJournal(entry: JournalEntry): Promise<void>;
  journal(): Promise<readonly JournalEntry[]>;
  clearJournal(): Promise<void>;
  /** One run at a time, across processes; a dead owner's lock is taken over. Throws `BindingLockedError`. */
  lock(): Promise<{ release(): Promise<void> }>;
}
