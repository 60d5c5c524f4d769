import type { Json } from '../../../convert/tiptap.js';
import { Refusal } from '../Refusal.js';
import { isObject, isUuid, objects, onlyVersion, versionsOf, withNewIds } from './appDefinition.js';
import type { AppRecord, JsonObject } from './records.js';
import type { StoreState } from './StoreState.js';
import { isLaterVersion } from './toolJetVersions.js';

/** An app as it is imported: `definition` is the one of the export file. */
export interface NewApp {
  readonly organizationId: string;
  /** `uuid` of the user. */
  readonly userId: string;
  readonly name: string;
  /** Kept when it is free; else, and without one, the new id is the slug, as with ToolJet. */
  readonly slug?: string | undefined;
  readonly definition: Json;
  readonly tables: readonly JsonObject[] | null;
  readonly toolJetVersion: string;
}

const nameTaken = 'This app name is already taken.';

/** Apps of all workspaces. */
export class Apps {
  /** The ToolJet version that the platform speaks; files of later ones are refused. */
  readonly toolJetVersion: string;
  readonly #state: StoreState;

  constructor(state: StoreState, toolJetVersion: string) {
    this.#state = state;
    this.toolJetVersion = toolJetVersion;
  }

  get(organizationId: string, id: string): AppRecord {
    const app = this.#state.apps.get(id);
    if (app?.organizationId !== organizationId) throw new Refusal(404, 'App not found. Invalid app id');
    return app;
  }

  /** Newest first. */
  list(organizationId: string): AppRecord[] {
    return this.#state.apps
      .filter((app) => app.organizationId === organizationId)
      .sort((a, b) => (a.createdAt === b.createdAt ? 0 : a.createdAt < b.createdAt ? 1 : -1));
  }

  /**
   * Always a new app. The file's own ids are kept while no app of the store holds them, so that an app that moves
   * to another store exports to the same bytes; else app and versions get new ones. 400 for a file of a later
   * ToolJet.
   */
  import(wanted: NewApp): Promise<AppRecord> {
    return this.#state.write((batch) => {
      const app = this.record(wanted);
      batch.put(this.#state.apps, app);
      return app;
    });
  }

  /** Several apps, all or none. */
  importAll(wanted: readonly NewApp[]): Promise<AppRecord[]> {
    return this.#state.write((batch) => {
      if (new Set(wanted.map(({ name }) => name)).size < wanted.length) throw new Refusal(409, nameTaken);
      const apps = wanted.map((app) => this.record(app));
      for (const app of apps) batch.put(this.#state.apps, app);
      return apps;
    });
  }

  /** A new app that is not stored yet. */
  record(wanted: NewApp): AppRecord {
    if (isLaterVersion(wanted.toolJetVersion, this.toolJetVersion)) {
      throw new Refusal(400, 'Apps built on later versions of ToolJet cannot be imported');
    }
    this.#checkName(wanted.organizationId, wanted.name);
    const { definition } = wanted;
    const appV2 = isObject(definition) ? definition['appV2'] : undefined;
    if (!isObject(appV2) || versionsOf(appV2).length === 0)
      throw new Refusal(400, 'Invalid params for app import');
    const ownId = this.#freeIdOf(appV2);
    const id = ownId ?? this.#state.ids.uuid();
    const slug = wanted.slug !== undefined && this.#isFree(wanted.slug) ? wanted.slug : id;
    const fresh =
      ownId !== undefined
        ? appV2
        : withNewIds(appV2, {
            app: id,
            organization: wanted.organizationId,
            mint: () => this.#state.ids.uuid(),
          });
    const now = new Date(this.#state.time.now()).toISOString();
    return {
      id,
      organizationId: wanted.organizationId,
      userId: wanted.userId,
      name: wanted.name,
      slug,
      toolJetVersion: wanted.toolJetVersion,
      definition: { appV2: named(fresh, wanted.name, slug) },
      tables: wanted.tables,
      createdAt: now,
      updatedAt: now,
    };
  }

  /**
   * The export file's content. `versionId`: that version alone. `tables`: ids of the tables whose schema is
   * wanted, `all` for those the app uses; without one the key is left out, as ToolJet does it.
   */
  export(
    app: AppRecord,
    options: { readonly versionId?: string | undefined; readonly tables: 'all' | ReadonlySet<string> },
  ): JsonObject {
    const { versionId } = options;
    const { appV2 } = app.definition;
    if (versionId !== undefined && !versionsOf(appV2).some(({ id }) => id === versionId)) {
      throw new Refusal(404, 'App version not found');
    }
    const wanted = options.tables;
    const tables = (app.tables ?? []).filter(
      ({ id }) => wanted === 'all' || (typeof id === 'string' && wanted.has(id)),
    );
    return {
      ...(tables.length > 0 ? { tooljet_database: tables } : {}),
      app: [{ definition: { appV2: versionId === undefined ? appV2 : onlyVersion(appV2, versionId) } }],
      tooljet_version: app.toolJetVersion,
    };
  }

  rename(organizationId: string, id: string, name: string): Promise<void> {
    return this.#state.write((batch) => {
      const app = this.get(organizationId, id);
      if (name !== app.name) this.#checkName(organizationId, name);
      const definition = { appV2: named(app.definition.appV2, name, app.slug) };
      batch.put(this.#state.apps, { ...app, name, definition, updatedAt: this.#now() });
    });
  }

  /** Stands for an edit in ToolJet's app builder: puts another definition (same app id) in place. */
  save(id: string, envelope: Json): Promise<AppRecord> {
    return this.#state.write((batch) => {
      const app = this.#state.apps.get(id);
      if (app === undefined) throw new Refusal(404, 'App not found. Invalid app id');
      const { appV2, tables, toolJetVersion } = readEnvelope(envelope);
      const definition = { appV2: named({ ...appV2, id }, app.name, app.slug) };
      const saved = { ...app, definition, tables, toolJetVersion, updatedAt: this.#now() };
      batch.put(this.#state.apps, saved);
      return saved;
    });
  }

  remove(organizationId: string, id: string): Promise<void> {
    return this.#state.write((batch) => {
      batch.remove(this.#state.apps, this.get(organizationId, id).id);
    });
  }

  #checkName(organizationId: string, name: string): void {
    const taken = this.#state.apps.find((app) => app.organizationId === organizationId && app.name === name);
    if (taken !== undefined) throw new Refusal(409, nameTaken);
  }

  /** The definition's own app id, when neither it nor an id of its versions is in use. */
  #freeIdOf(appV2: JsonObject): string | undefined {
    const { id } = appV2;
    if (typeof id !== 'string' || !isUuid(id)) return undefined;
    const versions = new Set(versionsOf(appV2).map((version) => version.id));
    const holder = this.#state.apps.find(
      (app) => app.id === id || versionsOf(app.definition.appV2).some((version) => versions.has(version.id)),
    );
    return holder === undefined ? id : undefined;
  }

  #isFree(slug: string): boolean {
    return this.#state.apps.find((app) => app.slug === slug) === undefined;
  }

  #now(): string {
    return new Date(this.#state.time.now()).toISOString();
  }
}

/** Takes an export file apart; throws a `Refusal` (400) when it is none. */
export function readEnvelope(envelope: Json): {
  readonly appV2: JsonObject;
  readonly tables: readonly JsonObject[] | null;
  readonly toolJetVersion: string;
} {
  const file = isObject(envelope) ? envelope : {};
  const [first] = objects(file['app']);
  const definition = first?.['definition'];
  const appV2 = isObject(definition) ? definition['appV2'] : undefined;
  const toolJetVersion = file['tooljet_version'];
  if (!isObject(appV2) || typeof toolJetVersion !== 'string') {
    throw new Refusal(400, 'Invalid params for app import');
  }
  const tables = file['tooljet_database'];
  return { appV2, tables: tables === undefined ? null : objects(tables), toolJetVersion };
}

function named(appV2: JsonObject, name: string, slug: string): JsonObject {
  return { ...appV2, name, ...('slug' in appV2 ? { slug } : {}) };
}
