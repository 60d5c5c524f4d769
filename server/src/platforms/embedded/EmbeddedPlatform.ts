import { PlatformNotFoundError } from '../../errors/platformErrors.js';
import { ondokiCapabilities, type OndokiPlatform } from '../ondoki/OndokiPlatform.js';
import type {
  CallOptions,
  Capabilities,
  EntryKind,
  Identity,
  NewItem,
  Platform,
  PlatformChange,
  PlatformContent,
  PlatformEntry,
  PlatformItem,
  Subject,
} from '../Platform.js';
import type { PlatformClient } from '../PlatformClient.js';
import { tooljetCapabilities, type TooljetPlatform } from '../tooljet/TooljetPlatform.js';
import { WireRecord } from '../WireRecord.js';

export interface EmbeddedPlatformOptions {
  readonly client: PlatformClient;
  readonly documents: OndokiPlatform;
  readonly apps: TooljetPlatform;
}

interface Project extends Subject {
  readonly slug: string;
  /** The workspace of the app interface that belongs to the project. */
  readonly workspace: string;
}

/**
 * The embedded platform: documents and folders by ondoki's interface, apps by ToolJet's, on one address. A subject is
 * a project, given as its id or slug. Its schema is TipTap's with our own nodes and attributes.
 */
export class EmbeddedPlatform implements Platform {
  readonly kind = 'embedded';
  readonly dialect = 'tiptap';
  readonly capabilities: { readonly document: Capabilities; readonly app: Capabilities } = {
    document: { ...ondokiCapabilities, extendedSchema: true },
    app: tooljetCapabilities,
  };
  readonly #client: PlatformClient;
  readonly #documents: OndokiPlatform;
  readonly #apps: TooljetPlatform;
  #projects: ReadonlyMap<string, Project> = new Map();

  constructor({ client, documents, apps }: EmbeddedPlatformOptions) {
    this.#client = client;
    this.#documents = documents;
    this.#apps = apps;
  }

  connect(options?: CallOptions): Promise<Identity> {
    return this.#documents.connect(options);
  }

  async *subjects({ signal }: CallOptions = {}): AsyncIterable<Subject> {
    for (const { id, slug, name } of await this.#readProjects(signal)) yield { id, slug, name };
  }

  async *list(subject: string, options: CallOptions = {}): AsyncIterable<PlatformEntry> {
    const { id, workspace } = await this.#project(subject, options.signal);
    yield* this.#documents.list(id, options);
    yield* this.#apps.list(workspace, options);
  }

  read(id: string, kind: EntryKind, options?: CallOptions): Promise<PlatformItem> {
    return this.#part(kind).read(id, kind, options);
  }

  async create(
    subject: string,
    item: NewItem,
    options: CallOptions & { readonly idempotencyKey: string },
  ): Promise<PlatformEntry> {
    const { id, workspace } = await this.#project(subject, options.signal);
    return item.kind === 'app'
      ? this.#apps.create(workspace, item, options)
      : this.#documents.create(id, item, options);
  }

  update(
    id: string,
    content: PlatformContent,
    options: CallOptions & { readonly ifRevision: string },
  ): Promise<PlatformEntry> {
    return this.#part(content.form === 'app' ? 'app' : 'document').update(id, content, options);
  }

  rename(
    id: string,
    kind: EntryKind,
    title: string,
    options: CallOptions & { readonly ifRevision?: string },
  ): Promise<PlatformEntry> {
    return this.#part(kind).rename(id, kind, title, options);
  }

  move(
    id: string,
    kind: EntryKind,
    to: { readonly parentId: string | null; readonly order?: number },
    options: CallOptions & { readonly ifRevision?: string },
  ): Promise<PlatformEntry> {
    return this.#part(kind).move(id, kind, to, options);
  }

  trash(id: string, kind: EntryKind, options: CallOptions & { readonly ifRevision?: string }): Promise<void> {
    return this.#part(kind).trash(id, kind, options);
  }

  /** The cursor holds both interfaces' cursors; `null` for both yields one step, with the id "". */
  async *changes(
    subject: string,
    cursor: string | null,
    options: CallOptions = {},
  ): AsyncIterable<PlatformChange> {
    const { id, workspace } = await this.#project(subject, options.signal);
    let [documents, apps] =
      cursor === null ? [null, null] : (JSON.parse(cursor) as [string | null, string | null]);
    const steps: PlatformChange[] = [];
    for await (const step of this.#documents.changes(id, documents, options)) {
      documents = step.cursor;
      steps.push({ ...step, cursor: JSON.stringify([documents, apps]) });
    }
    for await (const step of this.#apps.changes(workspace, apps, options)) {
      apps = step.cursor;
      steps.push({ ...step, cursor: JSON.stringify([documents, apps]) });
    }
    yield* cursor === null ? steps.slice(-1) : steps;
  }

  getAttachment(
    reference: string,
    options?: CallOptions,
  ): Promise<{ readonly bytes: Uint8Array; readonly mime: string; readonly name: string }> {
    return this.#documents.getAttachment(reference, options);
  }

  async putAttachment(
    subject: string,
    file: { readonly name: string; readonly mime: string; readonly bytes: Uint8Array },
    options: CallOptions = {},
  ): Promise<{ readonly reference: string }> {
    const { id } = await this.#project(subject, options.signal);
    return this.#documents.putAttachment(id, file, options);
  }

  #part(kind: EntryKind): Platform {
    return kind === 'app' ? this.#apps : this.#documents;
  }

  async #project(subject: string, signal: AbortSignal | undefined): Promise<Project> {
    const known = this.#projects.get(subject);
    if (known !== undefined) return known;
    await this.#readProjects(signal);
    const found = this.#projects.get(subject);
    if (found === undefined) throw new PlatformNotFoundError(this.#client.origin, `project "${subject}"`);
    return found;
  }

  async #readProjects(signal: AbortSignal | undefined): Promise<readonly Project[]> {
    const what = 'list of projects';
    const answer = await this.#client.json({ method: 'GET', path: '/api/embedded/subjects', what, signal });
    const projects = WireRecord.list(answer, this.#client.origin, what).map((record) => ({
      id: record.text('id'),
      slug: record.text('slug'),
      name: record.text('name'),
      workspace: record.text('organization_id'),
    }));
    // An id wins over another project's slug.
    this.#projects = new Map([
      ...projects.map((project): [string, Project] => [project.slug, project]),
      ...projects.map((project): [string, Project] => [project.id, project]),
    ]);
    return projects;
  }
}
