import { DocbridgeError, type DocbridgeErrorJson } from '../errors/DocbridgeError.js';
import type { Engine } from '../sync/Engine.js';
import type { ServerContext } from './ServerContext.js';

type Attempt<T> =
  | { readonly kind: 'done'; readonly result: T; readonly failure: DocbridgeErrorJson | undefined }
  | { readonly kind: 'thrown'; readonly error: unknown; readonly failure: DocbridgeErrorJson | undefined };

/** Error codes that say "this credential is wrong", and whose credential it is. */
const refusals: Readonly<Record<string, 'platform' | 'git'>> = {
  'platform-auth': 'platform',
  'git-auth': 'git',
};

/**
 * Works with the engine of a binding. When a credential is refused it is dropped, the client is asked once
 * more, and the work is tried once more with a new engine. `failureOf` finds the error in results that
 * carry it instead of throwing (runs, status).
 */
export async function withCredentials<T>(
  context: ServerContext,
  name: string,
  signal: AbortSignal,
  work: (engine: Engine, signal: AbortSignal) => Promise<T>,
  failureOf: (result: T) => DocbridgeErrorJson | undefined = () => undefined,
): Promise<T> {
  const open = context.bindings.get(name);
  let used: Engine | undefined;
  const attempt = async (): Promise<Attempt<T>> => {
    try {
      const result = await open.use(signal, (engine, either) => {
        used = engine;
        return work(engine, either);
      });
      return { kind: 'done', result, failure: failureOf(result) };
    } catch (error) {
      return { kind: 'thrown', error, failure: error instanceof DocbridgeError ? error.toJSON() : undefined };
    }
  };
  const first = await attempt();
  const refused = refusals[first.failure?.code ?? ''];
  if (refused === undefined || signal.aborted) return outcome(first);
  // Somebody else may have renewed the engine meanwhile; then its new credential is not to be dropped.
  if (open.isCurrent(used) && !context.credentials.refuse(refused, name)) return outcome(first);
  open.renew(used);
  const second = await attempt();
  // Declined: what the server said is more use to a person than "no credential".
  return outcome(second.failure?.code === 'credential-missing' ? first : second);
}

function outcome<T>(attempt: Attempt<T>): T {
  if (attempt.kind === 'thrown') throw attempt.error;
  return attempt.result;
}
