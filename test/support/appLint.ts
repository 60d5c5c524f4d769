import type { Json } from '../../server/src/convert/tiptap.js';

type JsonObject = Readonly<Record<string, Json>>;

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Instance-bound ids that ToolJet writes into an app without an entity of their own. */
const instanceKeys = new Set(['organizationId', 'organization_id', 'userId']);

function isObject(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Every object of a JSON value, itself included, with the path of keys that leads to it. */
function objectsOf(value: Json, path = ''): readonly (readonly [path: string, object: JsonObject])[] {
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => objectsOf(item, `${path}/${index}`));
  if (!isObject(value)) return [];
  const below = Object.entries(value).flatMap(([key, item]) => objectsOf(item, `${path}/${key}`));
  return [[path, value], ...below];
}

/** Ids that the app file names but defines nowhere, as `path: id`, in file order. */
export function danglingIds(envelope: Json): readonly string[] {
  const objects = objectsOf(envelope);
  const defined = new Set(objects.map(([, object]) => object['id']));
  for (const [, object] of objects) {
    for (const key of Object.keys(object)) {
      // Era A keeps pages and components in maps by id.
      if (key.match(uuid)?.[0] === key) defined.add(key);
      if (instanceKeys.has(key)) defined.add(object[key]);
    }
  }
  return objects.flatMap(([path, object]) =>
    Object.entries(object).flatMap(([key, value]) =>
      typeof value !== 'string'
        ? []
        : (value.match(uuid) ?? []).filter((id) => !defined.has(id)).map((id) => `${path}/${key}: ${id}`),
    ),
  );
}

/** Ids that two entities of the same array share. */
export function repeatedIds(envelope: Json): readonly string[] {
  return objectsOf(envelope).flatMap(([path, object]) =>
    Object.entries(object).flatMap(([key, value]) => {
      if (!Array.isArray(value)) return [];
      const ids = value.filter(isObject).map((item) => item['id']);
      return ids
        .filter((id) => typeof id === 'string')
        .filter((id, index, all) => all.indexOf(id) !== index)
        .map((id) => `${path}/${key}: ${id}`);
    }),
  );
}

/** The app of an envelope (eras B to D) or of a bare file (era A). */
export function appOf(envelope: Json): Readonly<Record<string, Json>> {
  const bare = isObject(envelope) ? envelope['appV2'] : undefined;
  if (bare !== undefined && isObject(bare)) return bare;
  const first = isObject(envelope) && Array.isArray(envelope['app']) ? (envelope['app'][0] as Json) : null;
  const definition = first !== null && isObject(first) ? first['definition'] : undefined;
  const app = definition !== undefined && isObject(definition) ? definition['appV2'] : undefined;
  if (app === undefined || !isObject(app)) throw new TypeError('not an app file');
  return app;
}

/** The objects of one array of an app; none where it is absent. */
export function entities(app: JsonObject, name: string): readonly JsonObject[] {
  const list = app[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
}
