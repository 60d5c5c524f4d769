import type { Json } from '../../convert/tiptap.js';

/** One usable entry of meta.json: fields that are not text are left out. */
export interface MetaEntry {
  readonly key: string;
  readonly name?: string;
  readonly version?: string;
  readonly pushed?: string;
}

/** The entries of a meta.json, however broken it is. */
export function metaEntries(value: Json): readonly MetaEntry[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).map(([key, entry]) => {
    const fields =
      typeof entry === 'object' && entry !== null ? (entry as Readonly<Record<string, Json>>) : {};
    const { gitAppName, gitVersionName, lastpushDate } = fields;
    return {
      key,
      ...(typeof gitAppName === 'string' ? { name: gitAppName } : {}),
      ...(typeof gitVersionName === 'string' ? { version: gitVersionName } : {}),
      ...(typeof lastpushDate === 'string' ? { pushed: lastpushDate } : {}),
    };
  });
}
