import type { Json } from '../../server/src/convert/tiptap.js';
import type { AppFixtureOptions, FileEra } from './appFixtures.js';
import { fixtureId } from './fixtureId.js';

type JsonObject = Readonly<Record<string, Json>>;

/** The options with every default filled in. */
export type FixturePlan = Required<Omit<AppFixtureOptions, 'defect'>> & Pick<AppFixtureOptions, 'defect'>;

const environments = ['development', 'staging', 'production'];
const kinds = ['restapi', 'runjs', 'tooljetdb'];
const componentTypes = ['Text', 'Button', 'Table', 'TextInput', 'Container', 'Statistics'];
const at = '2024-12-04T07:05:39.405Z';
const stamps = { createdAt: at, updatedAt: at };

/** Writes one `appV2` in the shape of an era. */
export class FixtureApp {
  readonly #era: FileEra;
  readonly #plan: FixturePlan;
  readonly #appId: string;
  readonly #versionId: string;
  readonly #organizationId = fixtureId('organization');

  constructor(era: FileEra, plan: FixturePlan, appId: string, versionId: string) {
    this.#era = era;
    this.#plan = plan;
    this.#appId = appId;
    this.#versionId = versionId;
  }

  appV2(): JsonObject {
    const era = this.#era;
    const id = this.#appId;
    const version = this.#version();
    const components = numbers(this.#plan.components).map((index) => this.#component(index));
    if (this.#plan.defect === 'repeated-id' && components[0]) components.push(components[0]);
    return {
      ...(era === 'A' || era === 'D' ? { id, type: 'front-end' } : { type: 'front-end', id }),
      name: this.#plan.appName,
      slug: id,
      isPublic: era === 'D' ? null : false,
      isMaintenanceOn: false,
      icon: 'table',
      organizationId: this.#organizationId,
      currentVersionId: null,
      userId: fixtureId('user'),
      ...(era !== 'A' && { workflowApiToken: null, workflowEnabled: false }),
      ...(era === 'D' && {
        isInitialisedFromPrompt: false,
        appGeneratedFromPrompt: false,
        appBuilderMode: 'visual',
        aiGenerationMetadata: null,
      }),
      createdAt: at,
      creationMode: 'DEFAULT',
      updatedAt: at,
      ...(era === 'D' && { __loaded: true }),
      editingVersion: version,
      ...(era !== 'A' && {
        components,
        pages: numbers(this.#plan.pages).map((index) => this.#page(index)),
        events: this.#events(),
      }),
      dataQueries: numbers(this.#plan.queries).map((index) => this.#query(index)),
      dataSources: kinds.map((kind) => this.#dataSource(kind)),
      appVersions: [version],
      appEnvironments: environments.map((name, index) => this.#environment(name, index)),
      dataSourceOptions: this.#dataSourceOptions(),
      schemaDetails: { multiPages: true, multiEnv: true, globalDataSources: true },
      ...(era === 'D' && { modules: [] }),
    };
  }

  #id(kind: string, name: string | number): string {
    return fixtureId(this.#versionId, kind, name);
  }

  #version(): Json {
    const era = this.#era;
    const settings = { appInMaintenance: false, canvasMaxWidth: 100, canvasBackgroundColor: '#edeff5' };
    return {
      id: this.#versionId,
      name: this.#plan.versionName,
      definition: era === 'A' ? this.#definition() : null,
      ...(era !== 'A' && { globalSettings: settings }),
      ...(era === 'D' && { pageSettings: { properties: { position: 'top' } } }),
      ...(era === 'C' && { pageSettings: null }),
      ...(era !== 'A' && { showViewerNavigation: true, homePageId: this.#id('page', 0) }),
      appId: this.#appId,
      currentEnvironmentId: fixtureId('environment', 'development'),
      ...(era !== 'A' && { promotedFrom: null }),
      ...(era === 'D' && { parentVersionId: null, status: 'PUBLISHED', publishedAt: null, releasedAt: null }),
      ...stamps,
    };
  }

  /** Era A: pages and components are maps inside the version. */
  #definition(): Json {
    const pages = numbers(this.#plan.pages).map((page): [string, Json] => {
      const own = numbers(this.#plan.components).filter((index) => index % this.#plan.pages === page);
      const components = own.map((index): [string, Json] => {
        const { name, layouts, ...component } = this.#component(index);
        return [this.#id('component', index), { component, layouts: layouts ?? [], name: name ?? '' }];
      });
      return [this.#id('page', page), { ...pageName(page), components: Object.fromEntries(components) }];
    });
    return { showViewerNavigation: true, homePageId: this.#id('page', 0), pages: Object.fromEntries(pages) };
  }

  #page(index: number): Json {
    const era = this.#era;
    return {
      id: this.#id('page', index),
      ...pageName(index),
      index: index + 1,
      disabled: null,
      hidden: null,
      ...(era !== 'B' && { icon: null }),
      ...stamps,
      ...(era !== 'B' && { autoComputeLayout: false }),
      appVersionId: this.#versionId,
      ...(era !== 'B' && { pageGroupIndex: index + 1, pageGroupId: null, isPageGroup: false }),
      ...(era === 'D' && { url: null, openIn: 'new_tab', type: 'default', appId: this.#appId }),
    };
  }

  #component(index: number): JsonObject {
    const id = this.#id('component', index);
    const type = componentTypes[index % componentTypes.length] ?? 'Text';
    const query =
      this.#plan.queries > 0 ? `{{queries.${this.#id('query', index % this.#plan.queries)}.data}}` : '';
    const box = { top: index * 60, left: 1, width: 13.953488372093023, height: 40 };
    const layout = (kind: string): Json => ({
      id: fixtureId(id, kind),
      type: kind,
      ...box,
      componentId: id,
      ...(this.#era === 'D' && { dimensionUnit: 'count', updatedAt: at }),
    });
    return {
      id,
      name: `${type.toLowerCase()}${index + 1}`,
      type,
      pageId: this.#id('page', index % this.#plan.pages),
      // A child of a container that lives on the same page; the suffix names the part of it.
      parent:
        index >= 12 && index % 12 === 4 && 12 % this.#plan.pages === 0
          ? `${this.#id('component', index - 12)}-header`
          : null,
      properties: {
        text: { value: `Café “${index}” <b>100 %</b>\n` },
        data: { value: query },
        visibility: { value: '{{true}}' },
        loadingState: { value: '{{false}}', fxActive: true },
      },
      general: {},
      styles: { backgroundColor: { value: '#fdf8f0' }, borderRadius: { value: '{{6}}' } },
      generalStyles: { boxShadow: { value: '0px 0px 0px 0px #00000040' } },
      displayPreferences: { showOnDesktop: { value: '{{true}}' }, showOnMobile: { value: '{{false}}' } },
      validation: {},
      ...stamps,
      layouts:
        index % 2 === 0 ? [layout('desktop'), layout('mobile')] : [layout('mobile'), layout('desktop')],
    };
  }

  #events(): Json[] {
    const { components, queries, defect } = this.#plan;
    if (components === 0 || queries === 0) return [];
    return numbers(Math.ceil(components / 2)).map((number) => {
      const broken = number === 0;
      const query = number % queries;
      const source =
        defect === 'stale-component' && broken
          ? this.#id('component', 'of v0')
          : this.#id('component', number);
      return {
        id: this.#id('event', number),
        name: 'onClick',
        index: 0,
        event: {
          eventId: 'onClick',
          actionId: 'run-query',
          queryId:
            defect === 'dangling-query' && broken ? this.#id('query', 'gone') : this.#id('query', query),
          queryName: `query${query + 1}`,
          parameters: {},
        },
        sourceId: source,
        target: 'component',
        appVersionId: this.#versionId,
        ...stamps,
      };
    });
  }

  #query(index: number): Json {
    const kind = kinds[index % kinds.length] ?? 'runjs';
    const options: Readonly<Record<string, Json>> = {
      restapi: {
        method: 'get',
        url: 'https://shop.example/api/orders',
        headers: [['Accept', 'application/json']],
      },
      runjs: { code: `const rows = [];\nrows.push(${index});\nreturn rows;`, parameters: [] },
      tooljetdb: {
        operation: 'list_rows',
        ...(this.#plan.table && { table_id: fixtureId(this.#appId, 'table') }),
        query: 'SELECT *\nFROM orders\nWHERE amount > 10;',
      },
    };
    return {
      id: this.#id('query', index),
      name: `query${index + 1}`,
      options: options[kind] ?? {},
      dataSourceId: this.#dataSourceId(kind),
      appVersionId: this.#versionId,
      ...stamps,
    };
  }

  /** Era D shares its data sources in the workspace; before, each version had its own. */
  #dataSourceId(kind: string): string {
    return this.#era === 'D' ? fixtureId('datasource', kind) : this.#id('datasource', kind);
  }

  #dataSource(kind: string): Json {
    return {
      id: this.#dataSourceId(kind),
      name: `${kind}default`,
      kind,
      type: 'static',
      pluginId: null,
      appVersionId: this.#era === 'D' ? null : this.#versionId,
      organizationId: this.#era === 'D' ? this.#organizationId : null,
      scope: this.#era === 'D' ? 'global' : 'local',
      ...stamps,
    };
  }

  #environment(name: string, index: number): Json {
    const id = fixtureId('environment', name);
    const organizationId = this.#organizationId;
    return {
      id,
      organizationId,
      name,
      isDefault: name === 'production',
      priority: index + 1,
      enabled: true,
      ...stamps,
    };
  }

  #dataSourceOptions(): Json[] {
    return kinds.flatMap((kind, number) =>
      environments.map((name) => ({
        id: this.#id(`options of ${kind}`, name),
        dataSourceId:
          this.#plan.defect === 'dangling-data-source' && number === 0
            ? this.#id('datasource', 'gone')
            : this.#dataSourceId(kind),
        environmentId: fixtureId('environment', name),
        options: this.#era === 'B' ? {} : null,
        ...stamps,
      })),
    );
  }
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_none, index) => index);
}

function pageName(index: number): { readonly name: string; readonly handle: string } {
  return index === 0
    ? { name: 'Home', handle: 'home' }
    : { name: `Page ${index + 1}`, handle: `page-${index + 1}` };
}

/** A table of ToolJet's database as the app file holds it: columns, no rows. */
export function fixtureTable(appId: string): Json {
  const id = fixtureId(appId, 'table');
  const column = (name: string, type: string, primary: boolean): Json => ({
    column_name: name,
    data_type: type,
    column_default: primary ? `nextval("${id}_id_seq"` : null,
    character_maximum_length: null,
    numeric_precision: type === 'integer' ? 32 : null,
    constraints_type: { is_not_null: primary, is_primary_key: primary, is_unique: false },
    keytype: primary ? 'PRIMARY KEY' : '',
    configurations: {},
  });
  const columns = [column('id', 'integer', true), column('name', 'character varying', false)];
  return { id, table_name: 'orders', schema: { columns, foreign_keys: [] } };
}
