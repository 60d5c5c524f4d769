import type { PlanItemJson, Resolution } from '../runs.js';
import type { BaseItem } from './base.js';
import type { GitState, PlatformState } from './sides.js';

/** What Git is to hold of an item afterwards. */
export type GitAction =
  | {
      readonly kind: 'write';
      readonly path: string;
      /** Where it stands now, when it moves. */
      readonly from?: string;
      /** New text; absent: the blob stays. */
      readonly text?: string;
    }
  | { readonly kind: 'delete'; readonly path: string };

/** What the platform is to hold of an item afterwards. */
export type PlatformAction =
  | { readonly kind: 'create'; readonly text: string; readonly title: string; readonly directory: string }
  | {
      readonly kind: 'update';
      readonly text?: string;
      readonly title?: string;
      /** Folder to move to, relative to the binding's directory. */
      readonly directory?: string;
    }
  | { readonly kind: 'trash' };

/** A second item that keeps the Git version when a person keeps both. */
export interface KeptCopy {
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

/**
 * What happens to one item. `agree`: nothing to write, the base is brought up to date; `forget`: gone on
 * both sides; `keep`: gone on one side and kept on the other by the deletion policy.
 */
export interface ItemPlan {
  readonly key: string;
  readonly kind: 'document' | 'app';
  readonly title: string;
  readonly outcome: 'agree' | 'change' | 'conflict' | 'ambiguous' | 'forget' | 'keep';
  readonly base?: BaseItem;
  readonly platform?: PlatformState;
  readonly git?: GitState;
  readonly toGit?: GitAction;
  readonly toPlatform?: PlatformAction;
  readonly copy?: KeptCopy;
  /** What a run in one direction leaves for the other one. */
  readonly waiting?: { readonly toGit?: GitAction; readonly toPlatform?: PlatformAction };
  readonly lines: readonly PlanItemJson[];
}

/** How a conflict of one item, as it stands now, is to be closed; `undefined` leaves it open. */
export type ResolutionOf = (item: {
  readonly key: string;
  readonly platform?: PlatformState;
  readonly git?: GitState;
}) => Resolution | undefined;
