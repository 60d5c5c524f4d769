import type { WorkspaceEntry } from '../../sync/Workspace.js';
import type { DemoPart } from './DemoPart.js';

/** The platform's items by id, read anew. */
export async function platformItems({
  stage,
  signal,
}: DemoPart): Promise<ReadonlyMap<string, WorkspaceEntry>> {
  const entries = await stage.engine.workspace.list({ refresh: true, signal });
  return new Map(entries.flatMap((entry) => (entry.id === undefined ? [] : [[entry.id, entry] as const])));
}
