import type { Oid } from './Remote.js';
import { parseCommit } from './core/commitObject.js';
import type { GitObject } from './core/gitObject.js';

type Reachability = 'reachable' | 'not-reachable' | 'unknown';

/**
 * Whether `ancestor` is reachable from `commit` by the commits that `read` knows. `unknown`: a way leads to a
 * commit that is not known, and none of the known ones is it.
 */
export async function reachability(
  commit: Oid,
  ancestor: Oid,
  read: (oid: Oid) => Promise<GitObject | undefined>,
): Promise<Reachability> {
  const seen = new Set([commit]);
  const pending = [commit];
  let complete = true;
  for (let at = 0; at < pending.length; at++) {
    const oid = pending[at] ?? '';
    if (oid === ancestor) return 'reachable';
    const object = await read(oid);
    if (object?.type !== 'commit') {
      complete = false;
      continue;
    }
    for (const parent of parseCommit(object.content).parents) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      pending.push(parent);
    }
  }
  return complete ? 'not-reachable' : 'unknown';
}
