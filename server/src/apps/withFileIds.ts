import type { Json } from '../convert/tiptap.js';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu;

/**
 * The app as the platform holds it, with the ids that the file has: an import gives app and versions new ids, and
 * without this every later export would change the lines that name them. `file` and `platform` are the same app at
 * the last sync, once with the ids of each side; ids that came since stay as they are.
 */
export function withFileIds(current: Json, file: Json, platform: Json): Json {
  const ids = new Map<string, string>();
  pairIds(platform, file, ids);
  return ids.size === 0 ? current : rename(current, ids);
}

/** Collects `platform id -> file id` where both sides have the same shape. */
function pairIds(platform: Json, file: Json, ids: Map<string, string>): void {
  if (typeof platform === 'string' && typeof file === 'string') {
    const [from, to] = [platform.match(uuid) ?? [], file.match(uuid) ?? []];
    if (from.length !== to.length) return;
    for (const [index, id] of from.entries()) {
      const other = to[index];
      if (other !== undefined && other !== id && !ids.has(id)) ids.set(id, other);
    }
  } else if (Array.isArray(platform) && Array.isArray(file)) {
    if (platform.length !== file.length) return;
    for (const [index, item] of (platform as readonly Json[]).entries()) {
      pairIds(item, (file as readonly Json[])[index] ?? null, ids);
    }
  } else if (isFields(platform) && isFields(file)) {
    for (const [key, value] of Object.entries(platform)) {
      const other = file[key];
      if (other !== undefined) pairIds(value, other, ids);
    }
  }
}

function rename(value: Json, ids: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return value.replace(uuid, (id) => ids.get(id) ?? id);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => rename(item, ids));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replace(uuid, (id) => ids.get(id) ?? id),
      rename(item, ids),
    ]),
  );
}

function isFields(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
