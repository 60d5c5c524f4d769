import type { Json, TiptapDocument } from '../../convert/tiptap.js';
import { PlatformFailureError } from '../../errors/platformErrors.js';
import { WireRecord } from '../WireRecord.js';

/** A document as every route of `/api/v1/documents` gives it. */
export interface DocumentRecord {
  readonly id: string;
  readonly name: string;
  readonly content: TiptapDocument;
  readonly projectId: string;
  /** `null` at the root. */
  readonly folderId: string | null;
  readonly position: number;
  readonly private: boolean;
  /** Grows with each change of the content, and with nothing else. */
  readonly version: number;
  /** UTC without a zone, `2026-01-02T03:04:05.678901`. */
  readonly updatedAt: string;
}

export interface FolderRecord {
  readonly id: string;
  readonly name: string;
  readonly projectId: string;
  readonly parentId: string | null;
  /** Ids from the root to the folder itself, each with a slash behind it. */
  readonly path: string;
  readonly position: number;
  readonly private: boolean;
  readonly icon: string | null;
  readonly updatedAt: string;
}

/** One item of the tree; documents have no children, and workflows are left out. */
export interface TreeNode {
  readonly kind: 'folder' | 'document';
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly private: boolean;
  readonly icon: string | null;
  readonly children: readonly TreeNode[];
}

export function documentRecord(value: unknown, origin: string): DocumentRecord {
  const record = new WireRecord(value, origin, 'a document');
  return {
    id: record.text('id'),
    name: record.textOrNull('name') ?? '',
    content: documentContent(record.json('content'), origin),
    projectId: record.text('project_id'),
    folderId: record.textOrNull('folder_id'),
    position: record.integer('position'),
    private: record.flag('is_private'),
    version: record.integer('version'),
    updatedAt: record.text('updated_at'),
  };
}

export function documentRecords(value: unknown, origin: string): readonly DocumentRecord[] {
  if (!Array.isArray(value))
    throw new PlatformFailureError(origin, 200, 'the list of documents is not a list');
  return value.map((item: unknown) => documentRecord(item, origin));
}

export function folderRecord(value: unknown, origin: string): FolderRecord {
  const record = new WireRecord(value, origin, 'a folder');
  return {
    id: record.text('id'),
    name: record.text('name'),
    projectId: record.text('project_id'),
    parentId: record.textOrNull('parent_id'),
    path: record.text('path'),
    position: record.integer('position'),
    private: record.flag('is_private'),
    icon: record.textOrNull('icon'),
    updatedAt: record.text('updated_at'),
  };
}

export function treeNodes(value: unknown, origin: string): readonly TreeNode[] {
  return nodesOf(WireRecord.list(value, origin, 'the tree'));
}

function nodesOf(records: readonly WireRecord[]): readonly TreeNode[] {
  return records
    .filter((record) => !record.flag('is_workflow'))
    .map((record) => ({
      kind: record.flag('is_folder') ? 'folder' : 'document',
      id: record.text('id'),
      name: record.textOrNull('name') ?? '',
      parentId: record.textOrNull('parent_id'),
      position: record.integer('position'),
      private: record.flag('is_private'),
      icon: record.textOrNull('icon'),
      children: nodesOf(record.records('children')),
    }));
}

/** A document that was never written has `{}` for its content. */
function documentContent(value: Json, origin: string): TiptapDocument {
  const content = value as { readonly type?: unknown } | null;
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new PlatformFailureError(origin, 200, 'the content of a document is not an object');
  }
  if (Object.keys(content).length === 0) return { type: 'doc', content: [] };
  if (content.type !== 'doc') {
    throw new PlatformFailureError(origin, 200, 'the content of a document is not of type "doc"');
  }
  return content as TiptapDocument;
}
