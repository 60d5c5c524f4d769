import type { Json } from '../../convert/tiptap.js';
import { makeFinding, type Finding } from '../Finding.js';
import type { JsonDocument, JsonPath } from '../json/JsonDocument.js';
import { appsOf, isObject, type AppContents, type AppEntity } from './appEntities.js';

/** More than this in one file says nothing new. */
const LIMIT = 100;

interface Reference {
  readonly list: string;
  readonly field: JsonPath;
  /** Lists of which one must hold the id. */
  readonly targets: readonly string[];
  readonly what: string;
}

/** Where ids stand that must lead somewhere inside the same file. */
const references: readonly Reference[] = [
  { list: 'components', field: ['pageId'], targets: ['pages'], what: 'page' },
  { list: 'components', field: ['parent'], targets: ['components'], what: 'component' },
  { list: 'pages', field: ['appVersionId'], targets: ['appVersions'], what: 'version' },
  { list: 'events', field: ['appVersionId'], targets: ['appVersions'], what: 'version' },
  { list: 'events', field: ['event', 'queryId'], targets: ['dataQueries'], what: 'query' },
  { list: 'events', field: ['event', 'pageId'], targets: ['pages'], what: 'page' },
  { list: 'dataQueries', field: ['appVersionId'], targets: ['appVersions'], what: 'version' },
  { list: 'dataQueries', field: ['dataSourceId'], targets: ['dataSources'], what: 'data source' },
  { list: 'dataSourceOptions', field: ['dataSourceId'], targets: ['dataSources'], what: 'data source' },
  { list: 'dataSourceOptions', field: ['environmentId'], targets: ['appEnvironments'], what: 'environment' },
  { list: 'appVersions', field: ['homePageId'], targets: ['pages'], what: 'page' },
];

/** Event targets and the list that `sourceId` points into. */
const eventSources: Readonly<Record<string, string>> = {
  component: 'components',
  table_column: 'components',
  table_action: 'components',
  page: 'pages',
  data_query: 'dataQueries',
};

/** What a schema cannot say about an app: ids that occur twice or lead nowhere. */
export function appLints(document: JsonDocument): readonly Finding[] {
  const findings: Finding[] = [];
  for (const app of appsOf(document.value)) {
    findings.push(...duplicates(document, app), ...danglingReferences(document, app));
  }
  return findings.slice(0, LIMIT);
}

function duplicates(document: JsonDocument, app: AppContents): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [list, entities] of app.lists) {
    for (const { path } of repeated(entities, ({ id }) => (typeof id === 'string' ? id : undefined))) {
      const message = `Another entry of "${list}" has this id too.`;
      findings.push(makeFinding('app-id-duplicate', document.valueRange([...path, 'id']), message));
    }
  }
  const components = app.lists.get('components') ?? [];
  const nameOnPage = ({ pageId, name }: AppEntity['fields']): string | undefined =>
    typeof pageId === 'string' && typeof name === 'string' ? JSON.stringify([pageId, name]) : undefined;
  for (const { path, fields } of repeated(components, nameOnPage)) {
    const message = `Another component of this page is called "${text(fields['name'])}" too.`;
    findings.push(
      makeFinding('app-component-name-duplicate', document.valueRange([...path, 'name']), message),
    );
  }
  return findings;
}

function repeated(
  entities: readonly AppEntity[],
  keyOf: (fields: AppEntity['fields']) => string | undefined,
): readonly AppEntity[] {
  const seen = new Set<string>();
  return entities.filter(({ fields }) => {
    const key = keyOf(fields);
    if (key === undefined) return false;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

function danglingReferences(document: JsonDocument, app: AppContents): readonly Finding[] {
  const findings: Finding[] = [];
  const ids = new Map<string, ReadonlySet<string>>();
  for (const [list, entities] of app.lists)
    ids.set(list, new Set(entities.map(({ fields }) => text(fields['id']))));
  const check = (entity: AppEntity, field: JsonPath, targets: readonly string[], what: string): void => {
    const id = uuidAt(entity.fields, field);
    // A list that the file does not have at all (older versions) cannot be missing an entry.
    if (id === undefined || !targets.some((target) => ids.has(target))) return;
    if (targets.some((target) => ids.get(target)?.has(id) === true)) return;
    const message = `There is no ${what} with the id ${id} in this app.`;
    findings.push(
      makeFinding('app-reference-dangling', document.valueRange([...entity.path, ...field]), message),
    );
  };
  for (const { list, field, targets, what } of references) {
    for (const entity of app.lists.get(list) ?? []) check(entity, field, targets, what);
  }
  for (const event of app.lists.get('events') ?? []) {
    const target = eventSources[text(event.fields['target'])];
    if (target !== undefined) check(event, ['sourceId'], [target], 'source of this event');
  }
  return findings;
}

/** The first 36 characters of a text that begins with a UUID: `parent` may carry a suffix. */
function uuidAt(fields: AppEntity['fields'], field: JsonPath): string | undefined {
  let value: Json | undefined = fields;
  for (const step of field) value = isObject(value) ? value[String(step)] : undefined;
  return /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/.exec(text(value))?.[0];
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
