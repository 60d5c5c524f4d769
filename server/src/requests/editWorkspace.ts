import type { Workspace } from '../sync/Workspace.js';
import type { ServerContext } from './ServerContext.js';
import { withCredentials } from './withCredentials.js';

/** Changes something at `paths` of a binding's virtual workspace; the watcher then takes that as known. */
export async function editWorkspace<T>(
  context: ServerContext,
  name: string,
  paths: readonly string[],
  signal: AbortSignal,
  edit: (workspace: Workspace, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  context.credentials.askAgain();
  const result = await withCredentials(context, name, signal, (engine, either) =>
    edit(engine.workspace, either),
  );
  // In the background: a save is done when the platform has it, not when everything was looked at again.
  void context.watcher.acknowledge(name, paths);
  context.status.refresh(name);
  return result;
}
