import type { Json } from '../../../../convert/tiptap.js';
import { fixedUuid } from './fixedUuid.js';

/** When the workspace of the samples was set up. */
const setUpAt = '2025-01-13T08:00:00.000Z';

export const organizationId = fixedUuid('workspace');
export const userId = fixedUuid('user', 'wen');

const environmentNames = ['development', 'staging', 'production'];
const sourceKinds = ['restapi', 'runjs', 'tooljetdb'];

export function environmentId(name: string): string {
  return fixedUuid('environment', name);
}

export function dataSourceId(kind: string): string {
  return fixedUuid('datasource', kind);
}

/** The environments that every app of the workspace lists. */
export function appEnvironments(): Json[] {
  return environmentNames.map((name, index) => ({
    id: environmentId(name),
    organizationId,
    name,
    isDefault: name === 'production',
    priority: index + 1,
    enabled: true,
    createdAt: setUpAt,
    updatedAt: setUpAt,
  }));
}

/** The data sources that ToolJet gives each workspace by itself. */
export function dataSources(): Json[] {
  return sourceKinds.map((kind) => ({
    id: dataSourceId(kind),
    name: `${kind}default`,
    kind,
    type: 'static',
    pluginId: null,
    appVersionId: null,
    organizationId,
    scope: 'global',
    createdAt: setUpAt,
    updatedAt: setUpAt,
  }));
}

/** One entry for each data source and environment; the built-in sources have no options. */
export function dataSourceOptions(): Json[] {
  return sourceKinds.flatMap((kind) =>
    environmentNames.map((name) => ({
      id: fixedUuid('options', kind, name),
      dataSourceId: dataSourceId(kind),
      environmentId: environmentId(name),
      options: null,
      createdAt: setUpAt,
      updatedAt: setUpAt,
    })),
  );
}
