import { isRecord } from './jsonValue.js';

/** Whose names the keys of front matter have. */
export type Profile = 'docbridge' | 'docusaurus' | 'starlight' | 'hugo' | 'gitbook';

/** The keys that Docbridge reads, by the names of the profile `docbridge`. */
export const canonicalKeys = [
  'title',
  'description',
  'slug',
  'tags',
  'icon',
  'order',
  'draft',
  'created',
  'aliases',
  'docbridge',
] as const;

export type CanonicalKey = (typeof canonicalKeys)[number];

/** Keys from the outermost map inwards. */
export type KeyPath = readonly [string, ...string[]];

/**
 * Where a profile keeps what we call otherwise; the generators' own documentation names these keys. Hugo wants keys that
 * it does not know under `params`; a page that GitBook hides is what others call a draft.
 */
const renamed: Readonly<Record<Profile, Partial<Record<CanonicalKey, KeyPath>>>> = {
  docbridge: {},
  docusaurus: { order: ['sidebar_position'] },
  starlight: { order: ['sidebar', 'order'] },
  hugo: { order: ['weight'], created: ['date'], docbridge: ['params', 'docbridge'] },
  gitbook: { draft: ['hidden'] },
};

/** Path of a key in the front matter of a profile. */
export function keyPath(key: CanonicalKey, profile: Profile): KeyPath {
  return renamed[profile][key] ?? [key];
}

/** The value of each key as it stands, under our names; empty ones (`tags:`) count as absent. */
export function canonicalValues(
  data: Readonly<Record<string, unknown>>,
  profile: Profile,
): Readonly<Partial<Record<CanonicalKey, unknown>>> {
  const values: Partial<Record<CanonicalKey, unknown>> = {};
  for (const key of canonicalKeys) {
    let value: unknown = data;
    for (const step of keyPath(key, profile)) value = isRecord(value) ? value[step] : undefined;
    if (value !== undefined && value !== null) values[key] = value;
  }
  return values;
}
