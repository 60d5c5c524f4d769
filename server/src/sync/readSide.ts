import { joinPath } from './core/names.js';
import type { EngineContext } from './EngineContext.js';

/**
 * A file as Git holds it at the branch's head, or as both sides held it when they last agreed; `path` is
 * relative to the binding's directory. `undefined`: it is not there.
 */
export async function readSide(
  context: EngineContext,
  side: 'git' | 'base',
  path: string,
  { signal }: { readonly signal?: AbortSignal | undefined },
): Promise<string | undefined> {
  if (side === 'base') {
    const item = [...context.base.items.values()].find((one) => one.path === path && one.kind !== 'folder');
    return item === undefined ? undefined : (await context.contents.get(item.id))?.text;
  }
  const { commit } = await context.remote.head({ signal });
  if (commit === undefined) return undefined;
  const { entries } = await context.remote.snapshot(commit, { signal });
  const entry = entries.get(joinPath(context.binding.repository.directory, path));
  if (entry === undefined) return undefined;
  for await (const { bytes } of context.remote.readBlobs([entry.oid], { signal })) {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }
  return undefined;
}
