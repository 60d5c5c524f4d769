/** What a document says of itself that must be unique in its folder. */
export interface DocumentIdentity {
  readonly id?: string;
  readonly slug?: string;
}

/** The identities of a folder's documents, by path; answers who else claims an id or a slug. */
export class FolderIndex {
  readonly #documents = new Map<string, DocumentIdentity>();
  readonly #byId = new Map<string, Set<string>>();
  readonly #bySlug = new Map<string, Set<string>>();

  set(path: string, identity: DocumentIdentity): void {
    this.delete(path);
    this.#documents.set(path, identity);
    if (identity.id !== undefined) add(this.#byId, identity.id, path);
    if (identity.slug !== undefined) add(this.#bySlug, addressOf(path, identity.slug), path);
  }

  delete(path: string): void {
    const old = this.#documents.get(path);
    if (old === undefined) return;
    this.#documents.delete(path);
    if (old.id !== undefined) this.#byId.get(old.id)?.delete(path);
    if (old.slug !== undefined) this.#bySlug.get(addressOf(path, old.slug))?.delete(path);
  }

  /** Other documents with this id. */
  withId(id: string, except: string): readonly string[] {
    return others(this.#byId.get(id), except);
  }

  /** Other documents with the address that `slug` gives at `path`. */
  withSlug(slug: string, path: string): readonly string[] {
    return others(this.#bySlug.get(addressOf(path, slug)), path);
  }
}

/** A slug with a leading slash counts from the root, any other from the document's folder. */
function addressOf(path: string, slug: string): string {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  return (slug.startsWith('/') ? slug.slice(1) : folder + slug).toLowerCase();
}

function add(map: Map<string, Set<string>>, key: string, path: string): void {
  const paths = map.get(key) ?? new Set();
  paths.add(path);
  map.set(key, paths);
}

function others(paths: ReadonlySet<string> | undefined, except: string): readonly string[] {
  return [...(paths ?? [])].filter((path) => path !== except).sort();
}
