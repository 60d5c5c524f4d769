import type { Profile } from '../../config/Configuration.js';

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

/** Where a profile keeps what we call otherwise; the generators' own documentation names these keys. */
const renamed: Readonly<Record<Profile, Partial<Record<CanonicalKey, readonly string[]>>>> = {
  docbridge: {},
  docusaurus: { order: ['sidebar_position'] },
  starlight: { order: ['sidebar', 'order'] },
  hugo: { order: ['weight'], created: ['date'] },
  gitbook: {},
};

/** Keys of generators and note programs that are near one of ours, and right as they are. */
const foreignKeys: ReadonlySet<string> = new Set(['tag', 'alias', 'date', 'update', 'updated', 'folder']);

/** Path of a key in the front matter of a profile. */
export function keyPath(key: CanonicalKey, profile: Profile): readonly string[] {
  return renamed[profile][key] ?? [key];
}

/** First parts of all paths: what a top-level key may be a slip of the pen for. */
export function topLevelKeys(profile: Profile): readonly string[] {
  return canonicalKeys.map((key) => keyPath(key, profile)[0] ?? key);
}

/** Keys that are never called a slip. */
export function isForeignKey(key: string): boolean {
  return foreignKeys.has(key);
}
