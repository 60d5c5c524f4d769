/**
 * The only contract between client and server. One namespace a message; each says who sends it, to whom
 * and why. Errors cross as `ResponseError` whose `data` is a `DocbridgeErrorJson`.
 */
export * from './protocol/connection.js';
export * from './protocol/conversion.js';
export * from './protocol/runs.js';
export * from './protocol/workspace.js';

export type { Direction as SyncDirection } from './config/Configuration.js';
export type { Notice } from './convert/conversion.js';
export type { TiptapDocument } from './convert/tiptap.js';
export type { DocbridgeErrorJson, ErrorCategory } from './errors/DocbridgeError.js';
export type { GitCredential, PlatformCredential } from './ports/Credentials.js';
export type {
  BindingState,
  BindingStatus,
  ConflictRecord,
  ConflictSide,
  PlanItemJson,
  PlanJson,
  Resolution,
  Run,
} from './sync/runs.js';
export type { ItemState, WorkspaceEntry, WorkspaceFile } from './sync/Workspace.js';
