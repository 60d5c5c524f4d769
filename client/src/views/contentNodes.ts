import type { ConflictRecord } from '../../../server/src/protocol.js';
import type { TreeItemModel } from './treeModel.js';

/** A node of "Synced Content". */
export type ContentNode = ConflictsNode | ConflictNode | BindingNode | ItemNode | MessageNode;

/** The group of open conflicts, on top. */
export interface ConflictsNode {
  readonly kind: 'conflicts';
  readonly conflicts: readonly ConflictNode[];
}

export interface ConflictNode {
  readonly kind: 'conflict';
  readonly binding: string;
  readonly conflict: ConflictRecord;
}

export interface BindingNode {
  readonly kind: 'binding';
  readonly binding: string;
}

/** A folder, document or app. */
export interface ItemNode {
  readonly kind: 'item';
  readonly binding: string;
  readonly item: TreeItemModel;
}

/** A line in place of items that cannot be shown. */
export interface MessageNode {
  readonly kind: 'message';
  readonly binding: string;
  readonly text: string;
  readonly needsSignIn: boolean;
}
