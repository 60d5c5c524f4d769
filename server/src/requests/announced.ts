import type { ServerContext } from './ServerContext.js';

/** Tells the client that a run begins and how the binding stands after it, whatever came of it. */
export async function announced<T>(context: ServerContext, name: string, work: () => Promise<T>): Promise<T> {
  context.bindings.get(name);
  await context.status.running(name);
  try {
    return await work();
  } finally {
    await context.status.settled(name);
    context.status.refresh(name);
  }
}
