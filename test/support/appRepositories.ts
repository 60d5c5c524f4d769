import type { Json } from '../../server/src/convert/tiptap.js';
import type { AppFixture } from './appFixtures.js';
import { appFixture, appText } from './appFixtures.js';
import { appOf, entities } from './appLint.js';
import { fixtureId } from './fixtureId.js';

/** Path in the repository to text of the file. */
export type RepositoryFiles = ReadonlyMap<string, string>;

/** What `.meta/meta.json` says about one app. */
export interface MetaFixture {
  readonly gitAppName: string;
  readonly lastCommitMessage: string;
  readonly gitVersionId: string;
  readonly lastpushDate: string;
  readonly gitVersionName: string;
  readonly lastCommitUser: string;
}

const pushedAt = '2024-12-28T07:27:29.009Z';

/** The entry that ToolJet writes for an app after `App creation`. */
export function metaEntry(app: AppFixture, changes: Partial<MetaFixture> = {}): MetaFixture {
  return {
    gitAppName: app.appName,
    lastCommitMessage: 'App creation',
    gitVersionId: app.versionId,
    lastpushDate: pushedAt,
    gitVersionName: app.versionName,
    lastCommitUser: 'Ann Bee',
    ...changes,
  };
}

/** A repository of eras A to D: `<App>/<version>.json` and `.meta/meta.json`, keyed by app id. */
export function appRepository(
  apps: readonly AppFixture[],
  meta: Readonly<Record<string, MetaFixture>> = Object.fromEntries(
    apps.map((app) => [app.id, metaEntry(app)]),
  ),
): RepositoryFiles {
  return new Map([
    ...apps.map((app): [string, string] => [`${app.appName}/${app.versionName}.json`, app.text]),
    ['.meta/meta.json', JSON.stringify(meta, null, 2)],
  ]);
}

/** Two apps whose folders differ only in case. */
export function caseClashRepository(): RepositoryFiles {
  return appRepository([appFixture('C', { appName: 'Test' }), appFixture('C', { appName: 'test' })]);
}

/** One app overwrote another of the same name: one folder, two entries. */
export function duplicateNameRepository(): RepositoryFiles {
  const first = appFixture('B', { appName: 'Orders', seed: 1 });
  const second = appFixture('B', { appName: 'Orders', seed: 2 });
  return appRepository([second], { [first.id]: metaEntry(first), [second.id]: metaEntry(second) });
}

/** An entry whose key is the text `null`, as ToolJet wrote it for an app without id. */
export function nullIdRepository(): RepositoryFiles {
  const app = appFixture('C');
  const lost = metaEntry(appFixture('C', { appName: 'Lost' }), { lastCommitUser: 'Ann ' });
  return appRepository([app], { [app.id]: metaEntry(app), null: lost });
}

/** An app of era B in which an event runs a query that does not exist. */
export function danglingQueryRepository(): RepositoryFiles {
  return appRepository([appFixture('B', { defect: 'dangling-query' })]);
}

/** A folder without entry, an entry without folder, and a version that the entry does not name. */
export function strayRepository(): RepositoryFiles {
  const [kept, foldered, entered] = ['Orders', 'Unlisted', 'Deleted'].map((appName) =>
    appFixture('D', { appName }),
  );
  if (!kept || !foldered || !entered) throw new RangeError('three apps');
  return appRepository([kept, foldered], {
    [kept.id]: metaEntry(kept, { gitVersionName: 'v7' }),
    [entered.id]: metaEntry(entered),
  });
}

const eraEFolders = {
  components: 'components',
  pages: 'pages',
  events: 'events',
  dataQueries: 'queries',
  dataSources: 'dataSources',
  dataSourceOptions: 'dataSourceOptions',
  appEnvironments: 'environments',
  appVersions: 'versions',
};

export interface EraEOptions {
  /** Folder of the workspace that holds the app, for example `Movies`. */
  readonly folder?: string;
  /** Adds `data-sources/null.json` and its entry. */
  readonly nullDataSource?: boolean;
  /** Adds the stray key `lastUpdatedAt` beside the apps. */
  readonly strayKey?: boolean;
}

/** A repository of era E: one file for each entity, named by its id. */
export function eraERepository(
  app: AppFixture = appFixture('D', { table: true }),
  options: EraEOptions = {},
): RepositoryFiles {
  const appV2 = appOf(app.json);
  const appPath = ['apps', options.folder, app.appName].filter((part) => part !== undefined).join('/');
  const files = new Map<string, string>();
  const add = (path: string, json: Json) => files.set(path, appText(json));

  const { id = '', name = '', type = '', slug = '', isPublic = null, icon = null } = appV2;
  add(`${appPath}/app/app.json`, { id, name, type, slug, isPublic, icon, tooljetVersion: '3.21.15-beta-ee' });
  for (const [array, folder] of Object.entries(eraEFolders)) {
    for (const entity of entities(appV2, array)) {
      if (typeof entity['id'] === 'string') add(`${appPath}/${folder}/${entity['id']}.json`, entity);
    }
  }
  const tables =
    (app.json as { readonly tooljet_database?: readonly { readonly id: string }[] }).tooljet_database ?? [];
  for (const table of tables) add(`${appPath}/tooljet_database/${table.id}.json`, { ...table });
  add(`${appPath}/schema/${app.id}.json`, appV2['schemaDetails'] ?? {});

  const sources = ['postgresql', ...(options.nullDataSource ? [null] : [])].map((kind) => ({
    id: kind === null ? null : fixtureId('shared source', kind),
    name: kind ?? 'orphan',
    kind: kind ?? 'restapi',
    type: 'default',
    options: { development: {}, staging: {}, production: {} },
  }));
  for (const source of sources) add(`data-sources/${String(source.id)}.json`, source);
  add('.meta/appMeta.json', {
    [app.id]: { appPath, updatedAt: pushedAt },
    ...(options.strayKey && { lastUpdatedAt: pushedAt }),
  });
  add('.meta/moduleMeta.json', {});
  add(
    '.meta/dataSourceMeta.json',
    Object.fromEntries(
      sources.map((source) => [
        String(source.id),
        {
          name: source.name,
          kind: source.kind,
          updatedAt: pushedAt,
          contentHash: fixtureId(source.name).replace(/-/g, '').repeat(2),
        },
      ]),
    ),
  );
  return files;
}
