import type { CancellationToken } from 'vscode-languageserver';
import type { Progress } from '../ports/Progress.js';
import { noProgress } from '../ports/Progress.js';
import { CancelledError } from '../errors/networkErrors.js';
import { DocbridgeError } from '../errors/DocbridgeError.js';
import type { MessageHandler, RequestHandler } from './messageHandler.js';
import type { ServerContext } from './ServerContext.js';
import { toResponseError } from './toResponseError.js';
import { WorkDoneProgress, type ProgressReporter } from './WorkDoneProgress.js';

/** The part of a connection that messages are registered on, by name. */
export interface MessageConnection {
  onRequest(
    method: string,
    handler: (params: unknown, token: CancellationToken) => Promise<unknown>,
  ): unknown;
  onNotification(method: string, handler: (params: unknown) => void): unknown;
  attachProgress(token: string | number): ProgressReporter;
}

/**
 * Registers every handler of the table. By name and not by type: the server library brings a copy of the
 * protocol library of its own, and the types of two copies do not know each other at run time.
 */
export function registerMessages(
  connection: MessageConnection,
  handlers: readonly MessageHandler[],
  context: ServerContext,
): void {
  for (const handler of handlers) {
    if (handler.kind === 'request') {
      connection.onRequest(handler.method, (params, token) =>
        answer(connection, handler, params, token, context),
      );
    } else {
      connection.onNotification(handler.method, (params) => handler.handle(params, context));
    }
  }
}

async function answer(
  connection: MessageConnection,
  handler: RequestHandler,
  params: unknown,
  token: CancellationToken,
  context: ServerContext,
): Promise<unknown> {
  const abort = new AbortController();
  const listener = token.onCancellationRequested(() => abort.abort(new CancelledError()));
  if (token.isCancellationRequested) abort.abort(new CancelledError());
  const workDone = workDoneOf(connection, params);
  const progress: Progress = workDone ?? noProgress;
  try {
    return await handler.handle(params, context, { signal: abort.signal, progress });
  } catch (error) {
    const expected = error instanceof DocbridgeError;
    if (!expected && !abort.signal.aborted) {
      context.logger.error(
        `${handler.method}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
    throw toResponseError(abort.signal.aborted && !expected ? new CancelledError() : error, context.redactor);
  } finally {
    workDone?.done();
    listener.dispose();
  }
}

function workDoneOf(connection: MessageConnection, params: unknown): WorkDoneProgress | undefined {
  if (typeof params !== 'object' || params === null || !('workDoneToken' in params)) return undefined;
  const { workDoneToken } = params;
  if (typeof workDoneToken !== 'string' && typeof workDoneToken !== 'number') return undefined;
  return new WorkDoneProgress(connection.attachProgress(workDoneToken));
}
