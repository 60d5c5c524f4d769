import type { Json } from '../../convert/tiptap.js';
import type { SampleContent, SampleFolder } from './SampleContent.js';
import { readEnvelope } from './store/Apps.js';
import type { Batch } from './store/Batch.js';
import type { EmbeddedStore } from './store/EmbeddedStore.js';
import { imageUrl } from './store/Images.js';
import type { DocumentRecord, JsonObject, ProjectRecord, Role, UserRecord } from './store/records.js';

/** What seeding made. */
export interface SeededContent {
  readonly project: ProjectRecord;
  /** In the order of the content; users that were there already are taken over by their e-mail address. */
  readonly users: readonly UserRecord[];
  /** Ids by the keys of the content. */
  readonly documents: ReadonlyMap<string, string>;
  /** Ids by name. */
  readonly apps: ReadonlyMap<string, string>;
}

/**
 * Writes a content into the store as a new project: all of it or, when the process ends meanwhile, nothing but
 * unused images. The first admin owns the project, its private documents and its apps. Throws a `Refusal`
 * (409) when there is a project of this slug, an `Error` when a key names nothing.
 */
export async function seedSampleContent(
  store: EmbeddedStore,
  content: SampleContent,
): Promise<SeededContent> {
  const images = new Map<string, string>();
  for (const { key, fileName, bytes } of content.images) {
    images.set(`image:${key}`, imageUrl(await store.images.add(fileName, bytes)));
  }
  const users = await Promise.all(
    content.users.map(
      async (user) => store.accounts.userByEmail(user.email) ?? (await store.accounts.userRecord(user)),
    ),
  );
  const owner = users[content.users.findIndex(({ role }) => role === 'admin')];
  if (owner === undefined) throw new Error('The sample content has no admin.');
  const members = Object.fromEntries(
    content.users.map(({ role }, index): [string, Role] => [users[index]?.id ?? '', role]),
  );

  return store.state.write((batch) => {
    for (const user of users) batch.put(store.state.users, user);
    const project = store.accounts.projectRecord({ ...content.project, ownerId: owner.id, members });
    batch.put(store.state.projects, project);
    const documents = putFolders(batch, store, project, owner.id, content.root);
    const ids = new Map([...documents].map(([key, { id }]) => [key, id]));
    const urls = new Map([
      ...images,
      ...[...ids].map(([key, id]) => [`doc:${key}`, `/documents/${id}`] as const),
    ]);
    for (const document of documents.values()) {
      const resolved = withUrls(document.content, urls) as JsonObject;
      batch.put(store.state.documents, { ...document, content: resolved });
    }
    const apps = new Map<string, string>();
    for (const { name, slug, envelope } of content.apps) {
      const { appV2, tables, toolJetVersion } = readEnvelope(envelope);
      const app = store.apps.record({
        organizationId: project.organizationId,
        userId: owner.uuid,
        name,
        slug,
        definition: { appV2 },
        tables,
        toolJetVersion,
      });
      batch.put(store.state.apps, app);
      apps.set(name, app.id);
    }
    return { project, users, documents: ids, apps };
  });
}

/** Puts the folders into the batch and returns the documents by key, with unresolved references. */
function putFolders(
  batch: Batch,
  store: EmbeddedStore,
  project: ProjectRecord,
  ownerId: string,
  root: SampleFolder,
): Map<string, DocumentRecord> {
  const documents = new Map<string, DocumentRecord>();
  const fill = (folder: SampleFolder, folderId: string | null): void => {
    folder.documents.forEach(({ key, title, private: isPrivate = false, doc }, position) => {
      if (documents.has(key)) throw new Error(`Two sample documents have the key "${key}".`);
      const document = store.documents.record({
        projectId: project.id,
        folderId,
        name: title,
        content: JSON.parse(JSON.stringify(doc)) as JsonObject,
        pageLayout: 'document',
        isPrivate,
        ownerId: isPrivate ? ownerId : null,
        position,
      });
      documents.set(key, document);
    });
    folder.folders.forEach((child, index) => {
      const id = store.state.ids.short();
      const now = store.state.time.stamp();
      batch.put(store.state.folders, {
        id,
        projectId: project.id,
        parentId: folderId,
        name: child.name,
        icon: child.icon ?? null,
        position: folder.documents.length + index,
        isPrivate: false,
        ownerId: null,
        createdAt: now,
        updatedAt: now,
      });
      fill(child, id);
    });
  };
  fill(root, null);
  return documents;
}

/** The value with every `src` and `href` that names an image or a document replaced by its URL. */
function withUrls(value: Json, urls: ReadonlyMap<string, string>): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => withUrls(item, urls));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      (key === 'src' || key === 'href') && typeof item === 'string'
        ? urlOf(item, urls)
        : withUrls(item, urls),
    ]),
  );
}

/** A reference may have a fragment: `doc:welcome#first-steps`. */
function urlOf(reference: string, urls: ReadonlyMap<string, string>): string {
  if (!/^(image|doc):/.test(reference)) return reference;
  const [name = '', ...fragment] = reference.split('#');
  const url = urls.get(name);
  if (url === undefined) throw new Error(`The sample content has nothing for "${reference}".`);
  return [url, ...fragment].join('#');
}
