import type { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { DocbridgeErrorJson } from '../errors/DocbridgeError.js';
import type { RequestScope, ServerContext } from './ServerContext.js';

/** Answers one request of the protocol. */
export interface RequestHandler {
  readonly kind: 'request';
  readonly method: string;
  handle(params: unknown, context: ServerContext, scope: RequestScope): Promise<unknown>;
}

/** Takes one notification of the protocol. */
export interface NotificationHandler {
  readonly kind: 'notification';
  readonly method: string;
  handle(params: unknown, context: ServerContext): void;
}

export type MessageHandler = RequestHandler | NotificationHandler;

/** Ties a handler to its message, so that parameters and result have the types of protocol.ts. */
export function onRequest<P, R>(
  message: { readonly method: string; readonly type: RequestType<P, R, DocbridgeErrorJson> },
  handle: (params: P, context: ServerContext, scope: RequestScope) => Promise<R>,
): RequestHandler {
  return {
    kind: 'request',
    method: message.method,
    handle: (params, context, scope) => handle(params as P, context, scope),
  };
}

/** The same for a notification. */
export function onNotification<P>(
  message: { readonly method: string; readonly type: NotificationType<P> },
  handle: (params: P, context: ServerContext) => void,
): NotificationHandler {
  return {
    kind: 'notification',
    method: message.method,
    handle: (params, context) => handle(params as P, context),
  };
}
