import type { Binding } from '../../config/Configuration.js';
import type { Engine } from '../../sync/Engine.js';
import type { FailedBinding } from '../output/BindingRun.js';
import type { Session } from '../Session.js';

/**
 * Works with the engine of each binding in turn; one that fails does not keep the others back. Says so where
 * there is none.
 */
export async function eachBinding<T extends object>(
  session: Session,
  bindings: readonly Binding[],
  work: (engine: Engine, binding: Binding) => Promise<T>,
): Promise<readonly (T | FailedBinding)[]> {
  const { options, surroundings } = session;
  if (bindings.length === 0 && options.json !== true)
    await surroundings.messages.write('No binding is enabled.\n');
  const results: (T | FailedBinding)[] = [];
  for (const binding of bindings) results.push(await tryBinding(session, binding, work));
  return results;
}

/** The same for one binding. */
export async function tryBinding<T extends object>(
  session: Session,
  binding: Binding,
  work: (engine: Engine, binding: Binding) => Promise<T>,
): Promise<T | FailedBinding> {
  try {
    return await session.withEngine(binding, (engine) => work(engine, binding));
  } catch (error) {
    return { name: binding.name, error: session.errorJson(error) };
  }
}
