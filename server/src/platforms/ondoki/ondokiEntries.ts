import type { Hash } from '../../ports/Hash.js';
import type { PlatformContent, PlatformEntry, PlatformItem } from '../Platform.js';
import type { DocumentRecord, FolderRecord, TreeNode } from './ondokiRecords.js';
import { documentRevision, folderRevision } from './ondokiRevision.js';

export function documentItem(document: DocumentRecord, hash: Hash): PlatformItem {
  const content: PlatformContent = { form: 'json', doc: document.content };
  return {
    id: document.id,
    kind: 'document',
    title: document.name,
    parentId: document.folderId,
    order: document.position,
    revision: documentRevision(document, hash),
    private: document.private,
    updatedAt: utc(document.updatedAt),
    content,
  };
}

export function folderEntry(folder: FolderRecord | TreeNode, hash: Hash): PlatformEntry {
  return {
    id: folder.id,
    kind: 'folder',
    title: folder.name,
    parentId: folder.parentId,
    order: folder.position,
    revision: folderRevision(folder, hash),
    private: folder.private,
    ...(folder.icon === null || folder.icon === '' ? {} : { icon: folder.icon }),
    ...('updatedAt' in folder ? { updatedAt: utc(folder.updatedAt) } : {}),
  };
}

/** Folders from the root down, each before what it holds. */
export function foldersOf(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.flatMap((node) => (node.kind === 'folder' ? [node, ...foldersOf(node.children)] : []));
}

export function documentIdsOf(nodes: readonly TreeNode[]): readonly string[] {
  return nodes.flatMap((node) => (node.kind === 'document' ? [node.id] : documentIdsOf(node.children)));
}

/** ISO 8601 for a time that ondoki gives in UTC without saying so. */
export function utc(naive: string): string {
  return /(?:Z|[+-]\d\d:?\d\d)$/.test(naive) ? naive : `${naive}Z`;
}
