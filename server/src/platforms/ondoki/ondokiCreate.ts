import { sortedJson } from '../../convert/sortedJson.js';
import type { TiptapDocument } from '../../convert/tiptap.js';
import { PlatformRejectedError } from '../../errors/platformErrors.js';
import type { Hash } from '../../ports/Hash.js';
import type { Creations } from '../Creations.js';
import type { NewItem, PlatformEntry } from '../Platform.js';
import type { OndokiApi } from './OndokiApi.js';
import { documentItem, folderEntry } from './ondokiEntries.js';

/** How many of a folder's newest documents are looked through for one whose creation was not answered. */
const lookBack = 100;

export interface OndokiCreation {
  readonly api: OndokiApi;
  readonly hash: Hash;
  readonly creations: Creations<PlatformEntry>;
  readonly key: string;
  readonly signal: AbortSignal | undefined;
}

/** Creates a folder at the end of its siblings. A lost answer: the folder of that name which was not known. */
export function createOndokiFolder(
  { api, hash, creations, key, signal }: OndokiCreation,
  project: string,
  item: NewItem,
): Promise<PlatformEntry> {
  return creations.run(
    key,
    async () => {
      const folder = {
        name: item.title,
        project_id: project,
        parent_id: item.parentId,
        ...(item.order === undefined ? {} : { position: item.order }),
        is_private: item.private ?? false,
      };
      return folderEntry(await api.createFolder(folder, signal), hash);
    },
    async () => {
      const siblings = await api.tree(project, signal, item.parentId ?? undefined);
      const same = siblings.filter(({ kind, name }) => kind === 'folder' && name === item.title);
      return same.map((folder) => folderEntry(folder, hash));
    },
  );
}

/** Creates a document. A lost answer: the one of that name, folder and content which was not known. */
export function createOndokiDocument(
  { api, hash, creations, key, signal }: OndokiCreation,
  project: string,
  item: NewItem,
  doc: TiptapDocument,
): Promise<PlatformEntry> {
  const wanted = sortedJson(doc);
  return creations.run(
    key,
    async () => {
      const document = {
        name: item.title,
        content: doc,
        project_id: project,
        folder_id: item.parentId,
        is_private: item.private ?? false,
      };
      const created = await api.createDocument(document, signal);
      if (created.name !== item.title || sortedJson(created.content) !== wanted) {
        // Taken back, so that the next run does not make a second one.
        await api.deleteDocument(created.id, signal);
        throw new PlatformRejectedError(api.origin, 201, `"${item.title}" was stored with another content`);
      }
      return documentItem(created, hash);
    },
    async () => {
      const folder = item.parentId === null ? {} : { folder: item.parentId };
      const page = { ...folder, sortBy: 'created_at', sortOrder: 'desc', skip: 0, limit: lookBack } as const;
      const newest = await api.documents(project, page, signal);
      return newest
        .filter((one) => one.name === item.title && one.folderId === item.parentId)
        .filter((one) => sortedJson(one.content) === wanted)
        .map((one) => documentItem(one, hash));
    },
  );
}
