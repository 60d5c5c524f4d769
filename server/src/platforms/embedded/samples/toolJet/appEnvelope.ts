import type { Json } from '../../../../convert/tiptap.js';
import type {
  ActionPlan,
  AppPlan,
  ComponentPlan,
  JsonObject,
  PagePlan,
  QueryPlan,
  TablePlan,
} from './AppPlan.js';
import { fixedUuid } from './fixedUuid.js';
import * as workspace from './workspace.js';

const toolJetVersion = '3.20.53-ee-lts';

/** ToolJet's export file of a planned app (schema of 3.20): the same plan always gives the same bytes. */
export function appEnvelope(plan: AppPlan): Json {
  const app = new PlannedApp(plan);
  return {
    ...(plan.tables.length > 0 && { tooljet_database: plan.tables.map(tableSchema) }),
    app: [{ definition: { appV2: app.appV2() } }],
    tooljet_version: toolJetVersion,
  };
}

/** Turns the names of one plan into ids. */
class PlannedApp {
  readonly #plan: AppPlan;
  readonly #appId: string;
  readonly #versionId: string;

  constructor(plan: AppPlan) {
    this.#plan = plan;
    this.#appId = fixedUuid(plan.slug);
    this.#versionId = fixedUuid(plan.slug, 'version', plan.versionName);
  }

  appV2(): Json {
    const { name, slug, icon, at, pages, queries } = this.#plan;
    const version = this.#version();
    return {
      id: this.#appId,
      type: 'front-end',
      name,
      slug,
      isPublic: false,
      isMaintenanceOn: false,
      icon,
      organizationId: workspace.organizationId,
      currentVersionId: null,
      userId: workspace.userId,
      workflowApiToken: null,
      workflowEnabled: false,
      isInitialisedFromPrompt: false,
      appGeneratedFromPrompt: false,
      appBuilderMode: 'visual',
      aiGenerationMetadata: null,
      createdAt: at,
      creationMode: 'DEFAULT',
      updatedAt: at,
      __loaded: true,
      editingVersion: version,
      components: pages.flatMap((page) =>
        page.components.map((component) => this.#component(page, component)),
      ),
      pages: pages.map((page, index) => this.#page(page, index)),
      events: [
        ...pages.flatMap((page) => page.components.flatMap((item) => this.#events(item, 'component'))),
        ...queries.flatMap((query) => this.#events(query, 'data_query')),
      ],
      dataQueries: queries.map((query) => this.#query(query)),
      dataSources: workspace.dataSources(),
      appVersions: [version],
      appEnvironments: workspace.appEnvironments(),
      dataSourceOptions: workspace.dataSourceOptions(),
      schemaDetails: { multiPages: true, multiEnv: true, globalDataSources: true },
      modules: [],
    };
  }

  #id(kind: 'page' | 'component' | 'query', name: string): string {
    return fixedUuid(this.#plan.slug, kind, name);
  }

  #version(): Json {
    const { versionName, description, at, pages } = this.#plan;
    return {
      id: this.#versionId,
      name: versionName,
      definition: null,
      globalSettings: {
        appInMaintenance: false,
        canvasMaxWidth: 100,
        canvasMaxWidthType: '%',
        canvasMaxHeight: 2400,
        canvasBackgroundColor: 'var(--cc-appBackground-surface)',
        backgroundFxQuery: '',
        appMode: 'light',
      },
      pageSettings: { properties: { position: 'side' } },
      showViewerNavigation: true,
      homePageId: this.#id('page', pages[0]?.handle ?? ''),
      appId: this.#appId,
      currentEnvironmentId: workspace.environmentId('development'),
      promotedFrom: null,
      parentVersionId: null,
      status: 'DRAFT',
      description,
      publishedAt: null,
      releasedAt: null,
      createdAt: at,
      updatedAt: at,
    };
  }

  #page(page: PagePlan, index: number): Json {
    return {
      id: this.#id('page', page.handle),
      name: page.name,
      handle: page.handle,
      index: index + 1,
      disabled: null,
      hidden: null,
      icon: page.icon,
      createdAt: this.#plan.at,
      updatedAt: this.#plan.at,
      autoComputeLayout: true,
      appVersionId: this.#versionId,
      pageGroupIndex: index + 1,
      pageGroupId: null,
      isPageGroup: false,
      url: null,
      openIn: 'new_tab',
      type: 'default',
      appId: this.#appId,
    };
  }

  #component(page: PagePlan, plan: ComponentPlan): Json {
    const id = this.#id('component', plan.name);
    const at = this.#plan.at;
    const slot = plan.slot ? `-${plan.slot}` : '';
    const [left, top, width, height] = plan.box;
    const layout = (type: string, box: JsonObject): Json => ({
      id: fixedUuid(id, 'layout', type),
      type,
      ...box,
      componentId: id,
      dimensionUnit: 'count',
      updatedAt: at,
    });
    return {
      id,
      name: plan.name,
      type: plan.type,
      pageId: this.#id('page', page.handle),
      parent: plan.parent ? this.#id('component', plan.parent) + slot : null,
      properties: this.#resolved(plan.properties),
      general: {},
      styles: this.#resolved(plan.styles ?? {}),
      generalStyles: { boxShadow: { value: '0px 0px 0px 0px #00000040' } },
      displayPreferences: { showOnDesktop: { value: '{{true}}' }, showOnMobile: { value: '{{false}}' } },
      validation: this.#resolved(plan.validation ?? {}),
      createdAt: at,
      updatedAt: at,
      layouts: [
        layout('desktop', { top, left, width, height }),
        layout('mobile', { top: top * 2, left: 1, width: 40, height }),
      ],
    };
  }

  #events(owner: ComponentPlan | QueryPlan, target: 'component' | 'data_query'): Json[] {
    const sourceId = this.#id(target === 'component' ? 'component' : 'query', owner.name);
    const counts = new Map<string, number>();
    return (owner.actions ?? []).map((plan) => {
      const index = counts.get(plan.on) ?? 0;
      counts.set(plan.on, index + 1);
      return {
        id: fixedUuid(sourceId, plan.on, String(index)),
        name: plan.on,
        index,
        event: this.#action(plan),
        sourceId,
        target,
        appVersionId: this.#versionId,
        createdAt: this.#plan.at,
        updatedAt: this.#plan.at,
      };
    });
  }

  #action(plan: ActionPlan): Json {
    return {
      eventId: plan.on,
      ...(this.#resolved(plan.action) as JsonObject),
      ...(plan.query && { queryId: this.#id('query', plan.query), queryName: plan.query, parameters: {} }),
      ...(plan.modal && { modal: this.#id('component', plan.modal) }),
    };
  }

  #query(plan: QueryPlan): Json {
    return {
      id: this.#id('query', plan.name),
      name: plan.name,
      options: {
        ...(this.#resolved(plan.options) as JsonObject),
        ...(plan.table && { table_id: tableId(plan.table), organization_id: workspace.organizationId }),
      },
      dataSourceId: workspace.dataSourceId(plan.kind),
      appVersionId: this.#versionId,
      createdAt: this.#plan.at,
      updatedAt: this.#plan.at,
    };
  }

  /** Names within `{{…}}` as ids, the form in which ToolJet stores references; code keeps its names. */
  #resolved(value: Json): Json {
    if (typeof value === 'string') {
      return value.replace(/\{\{.*?\}\}/gs, (expression) =>
        expression.replace(/\b(queries|components)\.(\w+)/g, (_all, kind: string, name: string) =>
          kind === 'queries'
            ? `queries.${this.#id('query', name)}`
            : `components.${this.#id('component', name)}`,
        ),
      );
    }
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((item: Json) => this.#resolved(item));
    return Object.fromEntries(
      Object.entries(value as JsonObject).map(([key, item]) => [key, this.#resolved(item)]),
    );
  }
}

function tableId(name: string): string {
  return fixedUuid('table', name);
}

function tableSchema(plan: TablePlan): Json {
  return {
    id: tableId(plan.name),
    table_name: plan.name,
    schema: {
      columns: plan.columns.map((column) => ({
        column_name: column.name,
        data_type: column.type,
        column_default: column.primaryKey ? `nextval("${tableId(plan.name)}_id_seq"` : null,
        character_maximum_length: null,
        numeric_precision: column.type === 'integer' ? 32 : column.type === 'double precision' ? 53 : null,
        constraints_type: {
          is_not_null: column.required ?? column.primaryKey ?? false,
          is_primary_key: column.primaryKey ?? false,
          is_unique: column.unique ?? false,
        },
        keytype: column.primaryKey ? 'PRIMARY KEY' : '',
        configurations: {},
      })),
      foreign_keys: [],
    },
  };
}
