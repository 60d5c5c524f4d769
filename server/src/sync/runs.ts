import type { DocbridgeErrorJson } from '../errors/DocbridgeError.js';
import type { Direction } from '../config/Configuration.js';

export type RunStatus = 'queued' | 'running' | 'success' | 'skipped' | 'conflict' | 'error' | 'cancelled';

/** One execution of a plan, as `history`, `status` and the run commands print it (DESIGN: JSON). */
export interface Run {
  readonly run_id: string;
  readonly status: RunStatus;
  readonly direction: Direction;
  /** Head of the branch that was planned against; `null` when there was none. */
  readonly remote_sha: string | null;
  /** The commit that this run made; `null` when nothing had to be written. */
  readonly commit_sha: string | null;
  /** Files written in Git plus items written on the platform. */
  readonly files_changed: number;
  readonly deleted: number;
  /** Ids of items in conflict. */
  readonly conflicts: readonly string[];
  readonly message: string;
  /** ISO 8601, UTC. */
  readonly started_at: string;
  readonly completed_at: string | null;
  readonly error?: DocbridgeErrorJson;
}

/** How a binding stands, for the status bar and `status`. */
export type BindingState =
  'in-sync' | 'pending' | 'running' | 'conflict' | 'error' | 'not-connected' | 'never-synced';

export interface BindingStatus {
  readonly name: string;
  readonly state: BindingState;
  readonly platform: { readonly kind: string; readonly url: string; readonly subject: string };
  readonly repository: { readonly url: string; readonly branch: string; readonly directory: string };
  readonly direction: Direction;
  /** Changes waiting for export (↑) and import (↓). */
  readonly to_git: number;
  readonly to_platform: number;
  readonly conflicts: number;
  /** Items left out, by reason ("private", "excluded", "draft", "empty-folder" …). */
  readonly left_out: Readonly<Record<string, number>>;
  readonly last_run: Run | null;
  readonly error?: DocbridgeErrorJson;
}

export type PlanOp = 'create' | 'update' | 'move' | 'delete' | 'merge' | 'conflict' | 'ambiguous';

/** One line of a printed plan. */
export interface PlanItemJson {
  readonly op: PlanOp;
  readonly side: 'git' | 'platform' | 'both';
  /** The platform's id, or `git:<path>` for what exists in Git alone. */
  readonly id: string;
  readonly kind: 'document' | 'app' | 'folder' | 'asset' | 'file';
  readonly from?: string;
  readonly to?: string;
  readonly reason: string;
}

/** Why one item was left out of a run or plan while the rest went on. */
export interface ProblemJson {
  /** The platform's id, or `git:<path>`. */
  readonly id: string;
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** A plan as `plan` and `--dry-run` print it. */
export interface PlanJson {
  readonly name: string;
  readonly direction: Direction;
  readonly items: readonly PlanItemJson[];
  /** Requests that applying it would make. */
  readonly requests: number;
  /** Names this plan and no other; `--yes` and the editor's confirmation carry it. */
  readonly hash: string;
  readonly left_out: Readonly<Record<string, number>>;
  /** Items that cannot be read, and what to do about each. */
  readonly problems: readonly ProblemJson[];
}

/** One version of an item in a conflict; `null`: deleted on that side. */
export interface ConflictSide {
  readonly text: string;
  /** Platform revision or blob id. */
  readonly revision: string;
}

/** `conflicts/<id>.json` of the state (DESIGN: JSON). */
export interface ConflictRecord {
  readonly id: string;
  readonly item: {
    readonly id: string;
    readonly kind: 'document' | 'app' | 'folder';
    readonly title: string;
  };
  readonly path: string;
  readonly base: ConflictSide | null;
  readonly platform: ConflictSide | null;
  readonly git: ConflictSide | null;
  readonly detected_at: string;
}

/** How a person closes a conflict; `text` is the merged file. */
export type Resolution =
  { readonly keep: 'platform' | 'git' | 'both' } | { readonly keep: 'text'; readonly text: string };
