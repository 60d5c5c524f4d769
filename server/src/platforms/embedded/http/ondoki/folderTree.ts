import type { EmbeddedStore } from '../../store/EmbeddedStore.js';
import type { DocumentRecord, FolderRecord } from '../../store/records.js';

export interface TreeQuery {
  readonly projectId: string;
  readonly parentId: string | null;
  readonly depthLimit: number | undefined;
  /** `true`: the user's private items alone; `false`: shared ones alone; absent: both. */
  readonly isPrivate: boolean | undefined;
}

interface TreeNode {
  readonly position: number;
  readonly [key: string]: unknown;
}

/** Folders and documents of a project as ondoki's tree shows them, by position; folders first on a tie. */
export function folderTree(store: EmbeddedStore, userId: string, query: TreeQuery): readonly TreeNode[] {
  const seen = (item: { readonly isPrivate: boolean; readonly ownerId: string | null }): boolean =>
    (query.isPrivate === undefined || item.isPrivate === query.isPrivate) &&
    (!item.isPrivate || item.ownerId === userId);
  const folders = store.state.folders.filter(
    (folder) => folder.projectId === query.projectId && seen(folder),
  );
  const documents = store.documents.visible(userId, query.projectId, { trashed: false }).filter(seen);
  const foldersOf = byParent(folders, ({ parentId }) => parentId);
  const documentsOf = byParent(documents, ({ folderId }) => folderId);

  const level = (parentId: string | null): readonly TreeNode[] => {
    const nodes = (foldersOf.get(parentId) ?? []).map((folder) => folderNode(folder, below(folder), store));
    const leaves = (documentsOf.get(parentId) ?? []).map(documentNode);
    return [...nodes, ...leaves].sort((a, b) => a.position - b.position);
  };
  const below = (folder: FolderRecord): readonly TreeNode[] => {
    const depth = store.folders.path(folder).length - 1;
    return query.depthLimit === undefined || depth < query.depthLimit ? level(folder.id) : [];
  };
  return level(query.parentId);
}

/** Groups by parent, oldest first, so that equal positions always come in the same order. */
function byParent<T extends { readonly createdAt: string }>(
  items: readonly T[],
  parentOf: (item: T) => string | null,
): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const item of [...items].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))) {
    const group = groups.get(parentOf(item));
    if (group === undefined) groups.set(parentOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function folderNode(folder: FolderRecord, children: readonly TreeNode[], store: EmbeddedStore): TreeNode {
  const path = store.folders.path(folder);
  return {
    id: folder.id,
    name: folder.name,
    icon: folder.icon,
    parent_id: folder.parentId,
    path: `${path.join('/')}/`,
    depth: path.length - 1,
    position: folder.position,
    is_expanded: true,
    is_folder: true,
    is_workflow: false,
    is_private: folder.isPrivate,
    owner_id: folder.ownerId,
    source_file_mime: null,
    children,
  };
}

function documentNode(document: DocumentRecord): TreeNode {
  return {
    id: document.id,
    name: document.name,
    icon: null,
    parent_id: document.folderId,
    path: '',
    depth: 0,
    position: document.position,
    is_expanded: false,
    is_folder: false,
    is_workflow: false,
    is_private: document.isPrivate,
    owner_id: document.ownerId,
    source_file_mime: null,
    children: [],
  };
}
