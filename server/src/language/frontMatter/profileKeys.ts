import { canonicalKeys, keyPath, type Profile } from '../../convert/frontMatter/profiles.js';

/** Keys of generators and note programs that are near one of ours, and right as they are. */
const foreignKeys: ReadonlySet<string> = new Set(['tag', 'alias', 'date', 'update', 'updated', 'folder']);

/** First parts of all paths: what a top-level key may be a slip of the pen for. */
export function topLevelKeys(profile: Profile): readonly string[] {
  return canonicalKeys.map((key) => keyPath(key, profile)[0]);
}

/** Keys that are never called a slip. */
export function isForeignKey(key: string): boolean {
  return foreignKeys.has(key);
}
