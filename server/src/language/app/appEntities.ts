import type { Json } from '../../convert/tiptap.js';
import type { JsonPath } from '../json/JsonDocument.js';

type JsonObject = Readonly<Record<string, Json>>;

/** One object of an entity list (`components`, `pages` …) with the path that leads to it. */
export interface AppEntity {
  readonly path: JsonPath;
  readonly fields: JsonObject;
}

/** One app of a file: where it stands and its entity lists by name. */
export interface AppContents {
  readonly path: JsonPath;
  readonly lists: ReadonlyMap<string, readonly AppEntity[]>;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Envelope (`app[].definition.appV2`) or bare app (`appV2`); anything else holds none. */
export function appsOf(value: Json): readonly AppContents[] {
  if (!isObject(value)) return [];
  if (isObject(value['appV2'])) return [contents(['appV2'], value['appV2'])];
  const list = Array.isArray(value['app']) ? (value['app'] as readonly Json[]) : [];
  return list.flatMap((entry, index) => {
    const definition = isObject(entry) ? entry['definition'] : undefined;
    const app = isObject(definition) ? definition['appV2'] : undefined;
    return isObject(app) ? [contents(['app', index, 'definition', 'appV2'], app)] : [];
  });
}

function contents(path: JsonPath, app: JsonObject): AppContents {
  const lists = new Map<string, readonly AppEntity[]>();
  for (const [name, list] of Object.entries(app)) {
    if (!Array.isArray(list)) continue;
    const entities = (list as readonly Json[]).flatMap((fields, index) =>
      isObject(fields) ? [{ path: [...path, name, index], fields }] : [],
    );
    lists.set(name, entities);
  }
  return { path, lists };
}
