import type { CancellationToken, Event } from 'vscode';
import type { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type * as protocol from '../../../server/src/protocol.js';

/** Requests that the client sends, by a short name; the table of methods is in LanguageConnection. */
export interface Requests {
  readonly configure: typeof protocol.ConfigureRequest.type;
  readonly conflicts: typeof protocol.ConflictsRequest.type;
  readonly create: typeof protocol.CreateRequest.type;
  readonly list: typeof protocol.ListRequest.type;
  readonly move: typeof protocol.MoveRequest.type;
  readonly plan: typeof protocol.PlanRequest.type;
  readonly probePlatform: typeof protocol.ProbePlatformRequest.type;
  readonly probeRepository: typeof protocol.ProbeRepositoryRequest.type;
  readonly read: typeof protocol.ReadRequest.type;
  readonly readSide: typeof protocol.ReadSideRequest.type;
  readonly remove: typeof protocol.RemoveRequest.type;
  readonly resolve: typeof protocol.ResolveRequest.type;
  readonly run: typeof protocol.RunRequest.type;
  readonly status: typeof protocol.StatusRequest.type;
  readonly write: typeof protocol.WriteRequest.type;
}

/** Notifications that the client sends. */
export interface Notices {
  readonly forgetCredential: typeof protocol.ForgetCredentialNotification.type;
  readonly watch: typeof protocol.WatchNotification.type;
  readonly windowState: typeof protocol.WindowStateNotification.type;
}

export type RequestName = keyof Requests;
export type ParamsOf<K extends RequestName> =
  Requests[K] extends RequestType<infer P, unknown, unknown> ? P : never;
export type ResultOf<K extends RequestName> =
  Requests[K] extends RequestType<unknown, infer R, unknown> ? R : never;
export type NoticeOf<K extends keyof Notices> = Notices[K] extends NotificationType<infer P> ? P : never;

/** One step of a run as the server reports it: a text, and 0-100 when it can tell. */
export interface WorkProgress {
  readonly message?: string;
  readonly percentage?: number;
}

/** Answers the server's question for a credential; `null`: none, or declined. */
export type AnswerCredential = (
  params: protocol.CredentialRequest.Params,
  token: CancellationToken,
) => Promise<protocol.CredentialRequest.Result | null>;

/** The language server as the rest of the client sees it. The first use starts it. */
export interface Server {
  /** Rejects with `ServerFailure`. */
  request<K extends RequestName>(
    name: K,
    params: ParamsOf<K>,
    token?: CancellationToken,
  ): Promise<ResultOf<K>>;
  /** The same for requests that carry a work-done token. */
  requestWithProgress<K extends 'plan' | 'run' | 'resolve'>(
    name: K,
    params: ParamsOf<K>,
    onProgress: (progress: WorkProgress) => void,
    token?: CancellationToken,
  ): Promise<ResultOf<K>>;
  /** Does not start a server that is not running. */
  notify<K extends keyof Notices>(name: K, params: NoticeOf<K>): void;
  readonly onStatusChanged: Event<protocol.StatusChangedNotification.Params>;
  readonly onItemsChanged: Event<protocol.ItemsChangedNotification.Params>;
  /** A new server process took over; it has to be configured anew. */
  readonly onRestarted: Event<void>;
}
