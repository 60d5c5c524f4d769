import type { Json } from '../../server/src/convert/tiptap.js';

/** Ids of one export: `mint` gives the same id for the same name. */
export function idMint(seed: number): (name: string) => string {
  const ids = new Map<string, string>();
  return (name) => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    const tail = (seed * 0x10000 + ids.size).toString(16).padStart(12, '0');
    const id = `0a1b2c3d-0000-4000-8000-${tail}`;
    ids.set(name, id);
    return id;
  };
}

export interface AppShape {
  readonly name: string;
  readonly version: string;
  /** Texts of the components; one component and one event each. */
  readonly texts: readonly string[];
}

/** The object appV2 of an app with one page, as ToolJet 2.25 and later export it. */
export function appV2(shape: AppShape, mint: (name: string) => string): { readonly [key: string]: Json } {
  const versions = [
    { id: mint('version'), name: shape.version, homePageId: mint('page'), appId: mint('app') },
  ];
  return {
    id: mint('app'),
    type: 'front-end',
    name: shape.name,
    slug: mint('app'),
    isPublic: false,
    organizationId: mint('organization'),
    currentVersionId: null,
    userId: mint('user'),
    createdAt: '2026-01-02T03:04:05.678Z',
    updatedAt: '2026-01-02T03:04:05.678Z',
    components: shape.texts.map((text, index) => ({
      id: mint(`component ${index}`),
      name: `text${index}`,
      type: 'Text',
      pageId: mint('page'),
      parent: index === 0 ? null : `${mint('component 0')}-1`,
      properties: { text: { value: text } },
      layouts: ['desktop', 'mobile'].map((type) => ({
        id: mint(`layout ${index} ${type}`),
        type,
        top: index,
        componentId: mint(`component ${index}`),
      })),
    })),
    pages: [{ id: mint('page'), name: 'Home', handle: 'home', index: 1, appVersionId: mint('version') }],
    events: shape.texts.map((_text, index) => ({
      id: mint(`event ${index}`),
      name: 'onClick',
      index,
      event: { actionId: 'run-query', queryId: mint('query') },
      sourceId: mint(`component ${index}`),
      target: 'component',
      appVersionId: mint('version'),
    })),
    dataQueries: [
      {
        id: mint('query'),
        name: 'orders',
        options: { code: 'return 1;' },
        dataSourceId: mint('source'),
        appVersionId: mint('version'),
      },
    ],
    dataSources: [{ id: mint('source'), name: 'runjs', kind: 'runjs' }],
    dataSourceOptions: [],
    appVersions: versions,
    appEnvironments: [{ id: mint('environment'), name: 'development' }],
    editingVersion: versions[0] ?? null,
    schemaDetails: { multiPages: true },
  };
}

/** The file of 2.25 and later. */
export function envelope(shape: AppShape, mint: (name: string) => string): { readonly [key: string]: Json } {
  return {
    tooljet_database: [],
    app: [{ definition: { appV2: appV2(shape, mint) } }],
    tooljet_version: '3.5.0',
  };
}
