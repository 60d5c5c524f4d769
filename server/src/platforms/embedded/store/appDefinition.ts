import type { Json } from '../../../convert/tiptap.js';
import type { JsonObject } from './records.js';

/** The part of an app's definition that the platform itself looks at. */
export interface AppVersionSummary {
  readonly id: string;
  readonly name: string;
  readonly raw: JsonObject;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}

/** The versions of a definition, in its order. */
export function versionsOf(appV2: JsonObject): AppVersionSummary[] {
  return objects(appV2['appVersions']).map((raw) => ({
    id: text(raw['id']),
    name: text(raw['name']),
    raw,
  }));
}

/** The version that is being edited: `editingVersion`, else the first one. */
export function editingVersion(appV2: JsonObject): AppVersionSummary | undefined {
  const editing = appV2['editingVersion'];
  const versions = versionsOf(appV2);
  return isObject(editing) ? (versions.find(({ id }) => id === editing['id']) ?? versions[0]) : versions[0];
}

/**
 * The definition as a new app of an organization: the ids of the app, its versions and its organization are
 * replaced wherever they stand; all else stays as it was.
 */
export function withNewIds(
  appV2: JsonObject,
  ids: { readonly app: string; readonly organization: string; readonly mint: () => string },
): JsonObject {
  const renames = new Map<string, string>();
  const rename = (old: Json | undefined, fresh: () => string): void => {
    if (typeof old === 'string' && isUuid(old)) renames.set(old, fresh());
  };
  rename(appV2['id'], () => ids.app);
  rename(appV2['organizationId'], () => ids.organization);
  for (const version of versionsOf(appV2)) rename(version.id, ids.mint);
  let source = JSON.stringify(appV2);
  for (const [from, to] of renames) source = source.replaceAll(from, to);
  const fresh = JSON.parse(source) as JsonObject;
  return {
    ...fresh,
    id: ids.app,
    ...('organizationId' in fresh ? { organizationId: ids.organization } : {}),
  };
}

/** The definition with this version alone; what belongs to another one is left out. */
export function onlyVersion(appV2: JsonObject, versionId: string): JsonObject {
  const versions = objects(appV2['appVersions']);
  const kept = versions.filter(({ id }) => id === versionId);
  if (kept.length === versions.length) return appV2;
  const ofVersion = (key: string): JsonObject[] =>
    objects(appV2[key]).filter(({ appVersionId }) => appVersionId === versionId);
  const pages = ofVersion('pages');
  const pageIds = new Set(pages.map(({ id }) => id));
  const parts: Record<string, Json> = {
    appVersions: kept,
    editingVersion: kept[0] ?? null,
    pages,
    components: objects(appV2['components']).filter(({ pageId }) => pageIds.has(pageId)),
    events: ofVersion('events'),
    dataQueries: ofVersion('dataQueries'),
  };
  // Keys keep their places, and none is added: older definitions have no such arrays.
  return Object.fromEntries(Object.entries(appV2).map(([key, value]) => [key, parts[key] ?? value]));
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
