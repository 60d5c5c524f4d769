import type { Json } from '../convert/tiptap.js';
import { appDefinition } from './appEnvelope.js';
import { sortedJson } from '../convert/sortedJson.js';
import { fieldsOf, objectsOf } from './parseJson.js';

type Fields = Readonly<Record<string, Json>>;

export interface FingerprintOptions {
  /** Leaves the app's name out: while an import stands under a temporary name. */
  readonly anyName?: boolean;
}

/** Lists of appV2 that are sets: ToolJet gives them in the order of its database. */
const entityLists = [
  'components',
  'pages',
  'events',
  'dataQueries',
  'dataSources',
  'dataSourceOptions',
  'appVersions',
  'appEnvironments',
  'modules',
] as const;

/** Fields that belong to the instance, not to the app; `editingVersion` repeats an entry of `appVersions`. */
const instanceFields = new Set([
  'createdAt',
  'updatedAt',
  'organizationId',
  'userId',
  'currentVersionId',
  'workflowApiToken',
  'slug',
  'editingVersion',
  '__loaded',
]);
const dates = new Set(['createdAt', 'updatedAt']);
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu;
const rounds = 3;

/**
 * A text that two exports of the same app share although the instance gave every entity a new id: the ids that the
 * export declares are numbered by what they name. Equal texts mean equal apps; entities that are exact twins may
 * make two equal apps look different. Throws `AppFileError`.
 */
export function appFingerprint(envelope: Json, options: FingerprintOptions = {}): string {
  const app = appDefinition(envelope);
  const tables = objectsOf(fieldsOf(envelope)?.['tooljet_database']);
  const lists = new Map<string, readonly Fields[]>([
    ...entityLists.map((name): [string, readonly Fields[]] => [name, objectsOf(app[name]).map(withoutDates)]),
    ['tooljet_database', tables],
  ]);
  const rest = Object.entries(app).filter(
    ([key]) =>
      !instanceFields.has(key) &&
      !lists.has(key) &&
      key !== 'id' &&
      !(options.anyName === true && key === 'name'),
  );
  const appNames = instanceNames(app);
  const colors = colorsOf([...lists.values()].flat(), appNames);
  const sorted = [...lists].map(([name, entities]): [string, readonly Json[]] => [
    name,
    sortByText(entities.map((entity) => [rename(entity, colors), entity])),
  ]);
  const numbers = new Map(appNames);
  for (const entity of sorted.flatMap(([, entities]) => entities)) number(entity, colors, numbers);
  const whole: Json = [Object.fromEntries(rest), ...sorted.map(([, entities]) => entities)];
  return sortedJson(rename(whole, numbers));
}

/** Names for the ids of the app and its organization, which every instance gives anew and entities refer to. */
function instanceNames(app: Fields): readonly [string, string][] {
  const ids: [string | undefined, string][] = [
    [idOf(app), '@app'],
    [idOf({ id: app['organizationId'] ?? null }), '@organization'],
  ];
  return ids.flatMap(([id, name]): [string, string][] => (id === undefined ? [] : [[id, name]]));
}

/** A name for every declared id, made of what the entity says and of what the entities say that it refers to. */
function colorsOf(
  entities: readonly Fields[],
  appNames: readonly [string, string][],
): ReadonlyMap<string, string> {
  const declared = entities.flatMap((entity) => [entity, ...objectsOf(entity['layouts'])]);
  const withId = declared.flatMap((entity): [string, Fields][] => {
    const id = idOf(entity);
    return id === undefined ? [] : [[id, entity]];
  });
  let colors = new Map([...withId.map(([id]): [string, string] => [id, '@']), ...appNames]);
  for (let round = 0; round < rounds; round++) {
    const before = colors;
    const next = withId.map(([id, entity]): [string, string] => [
      id,
      `@${digest(sortedJson(rename(entity, before)))}`,
    ]);
    colors = new Map([...next, ...appNames]);
  }
  return colors;
}

/** Gives every declared id in `value` the next number, in the order of the sorted text. */
function number(value: Json, colors: ReadonlyMap<string, string>, numbers: Map<string, string>): void {
  if (typeof value === 'string') {
    for (const [found] of value.matchAll(uuid)) {
      const id = found.toLowerCase();
      if (colors.has(id) && !numbers.has(id)) numbers.set(id, `@${numbers.size}`);
    }
  } else if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) number(item, colors, numbers);
  } else if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([key, item]): [string, string, Json] => [
      renameText(key, colors),
      key,
      item,
    ]);
    for (const [, key, item] of fields.sort(byFirst)) {
      number(key, colors, numbers);
      number(item, colors, numbers);
    }
  }
}

function rename(value: Json, names: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return renameText(value, names);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => rename(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [renameText(key, names), rename(item, names)]),
  );
}

function renameText(text: string, names: ReadonlyMap<string, string>): string {
  if (text.length < 36) return text;
  return text.replace(uuid, (found) => names.get(found.toLowerCase()) ?? found);
}

/** The entities in the order of their renamed text; layouts inside them too. */
function sortByText(entities: readonly [Json, Fields][]): readonly Json[] {
  const keyed = entities.map(([renamed, entity]): [string, Fields] => [sortedJson(renamed), entity]);
  return keyed.sort(byFirst).map(([, entity]) => entity);
}

function withoutDates(entity: Fields): Fields {
  const fields = Object.entries(entity).filter(([key]) => !dates.has(key) && key !== 'organizationId');
  const layouts = Array.isArray(entity['layouts'])
    ? objectsOf(entity['layouts']).map((layout): [string, Fields] => [
        sortedJson(layout['type'] ?? null),
        withoutDates(layout),
      ])
    : undefined;
  if (layouts === undefined) return Object.fromEntries(fields);
  return { ...Object.fromEntries(fields), layouts: layouts.sort(byFirst).map(([, layout]) => layout) };
}

function idOf(entity: Fields): string | undefined {
  const id = entity['id'];
  return typeof id === 'string' && id.length === 36 ? id.toLowerCase() : undefined;
}

function byFirst(left: readonly [string, ...unknown[]], right: readonly [string, ...unknown[]]): number {
  return left[0] < right[0] ? -1 : left[0] > right[0] ? 1 : 0;
}

/** FNV-1a over 2 x 32 bits; it only orders entities, so a clash costs nothing but a needless difference. */
function digest(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + index), 0x85ebca6b);
  }
  return (low >>> 0).toString(16) + (high >>> 0).toString(16);
}
