import type { Progress } from '../ports/Progress.js';
import type { Direction } from '../config/Configuration.js';
import type { BindingStatus, ConflictRecord, PlanJson, Resolution, Run } from './runs.js';
import type { Workspace } from './Workspace.js';

export interface RunOptions {
  readonly direction: Direction;
  /** Commit message instead of the binding's template. */
  readonly message?: string | undefined;
  /** Answers the question that an earlier run ended with, by its `hash`; `true`: all that this very run would ask. */
  readonly confirm?: string | true | undefined;
  /** Glob over projected paths: only these items. */
  readonly only?: string | undefined;
  readonly progress?: Progress | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Keeps one binding in step. Made by `createEngine(binding, ports)`; the same one serves the editor, the
 * command line, REST and the tests. Expected errors of a run are recorded in its `Run` (`status: "error"`,
 * `error`), never thrown; the other methods reject with a `DocbridgeError`.
 */
export interface Engine {
  /** Binding name. */
  readonly name: string;
  /** Looks at both sides without writing anything. `cached`: from the state alone, no request. */
  status(options?: {
    readonly signal?: AbortSignal | undefined;
    readonly cached?: boolean;
  }): Promise<BindingStatus>;
  plan(options: RunOptions): Promise<PlanJson>;
  run(options: RunOptions): Promise<Run>;
  conflicts(): Promise<readonly ConflictRecord[]>;
  /** Writes the chosen version to the side that lacks it and closes the conflict. */
  resolve(id: string, resolution: Resolution, options?: Omit<RunOptions, 'direction'>): Promise<Run>;
  /** Newest first. */
  history(limit: number): Promise<readonly Run[]>;
  /** The platform's items as files, for the virtual workspace and the tree. */
  readonly workspace: Workspace;
  dispose(): Promise<void>;
}
