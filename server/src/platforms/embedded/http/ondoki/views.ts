import type { Folders } from '../../store/Folders.js';
import type { DocumentRecord, FolderRecord, ProjectRecord, VersionRecord } from '../../store/records.js';

/** A document as create, update, move and the listing answer it (ondoki's DocumentRead). */
export function documentRead(document: DocumentRecord): object {
  return { ...common(document), linked_table_id: null, linked_row_id: null };
}

/** A document as reading one answers it. */
export function documentWithPermission(document: DocumentRecord): object {
  return { ...common(document), permission: 'edit' };
}

/** A document as the trash and restoring answer it: the whole row. */
export function documentRow(document: DocumentRecord): object {
  return {
    ...common(document),
    source_file_path: null,
    share_token: null,
    is_public: false,
    locked_by: document.lockedBy,
    locked_at: document.lockedAt,
    deleted_at: document.deletedAt,
  };
}

function common(document: DocumentRecord): object {
  return {
    id: document.id,
    name: document.name,
    content: document.content,
    page_layout: document.pageLayout,
    project_id: document.projectId,
    folder_id: document.folderId,
    position: document.position,
    is_private: document.isPrivate,
    owner_id: document.ownerId,
    source_file_mime: null,
    source_file_name: null,
    version: document.version,
    created_at: document.createdAt,
    updated_at: document.updatedAt,
  };
}

/** A snapshot without its content. */
export function versionRead(version: VersionRecord, createdByName: string | null): object {
  return {
    id: version.id,
    version_number: version.versionNumber,
    name: version.name,
    byte_size: version.byteSize,
    created_by: version.createdBy,
    created_by_name: createdByName,
    created_at: version.createdAt,
  };
}

export function versionWithContent(version: VersionRecord): object {
  return {
    id: version.id,
    version_number: version.versionNumber,
    name: version.name,
    byte_size: version.byteSize,
    content: version.content,
    created_by: version.createdBy,
    created_at: version.createdAt,
  };
}

export function folderRead(folder: FolderRecord, folders: Folders): object {
  const path = folders.path(folder);
  return {
    id: folder.id,
    name: folder.name,
    project_id: folder.projectId,
    parent_id: folder.parentId,
    path: `${path.join('/')}/`,
    depth: path.length - 1,
    position: folder.position,
    is_expanded: true,
    icon: folder.icon,
    is_private: folder.isPrivate,
    owner_id: folder.ownerId,
    created_at: folder.createdAt,
    updated_at: folder.updatedAt,
  };
}

export function projectRead(project: ProjectRecord, ownerName: string | null): object {
  return {
    id: project.id,
    name: project.name,
    user_id: project.ownerId,
    owner_id: project.ownerId,
    ai_enabled: false,
    created_at: project.createdAt,
    updated_at: project.updatedAt,
    created_by_name: ownerName,
  };
}
