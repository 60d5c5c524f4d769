import type { WorkspaceEntry } from '../../server/src/protocol.js';

/** An entry of a listing; a document unless told otherwise. */
export function entry(
  path: string,
  over: Partial<Omit<WorkspaceEntry, 'id'>> & { readonly id?: string | undefined } = {},
): WorkspaceEntry {
  const { id = 'id' in over ? undefined : path, ...rest } = over;
  return {
    path,
    kind: 'document',
    title: path,
    order: null,
    revision: '1',
    modified: 0,
    state: 'in-sync',
    readOnly: false,
    ...(id === undefined ? {} : { id }),
    ...rest,
  };
}
