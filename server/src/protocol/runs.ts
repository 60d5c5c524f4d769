import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { DocbridgeErrorJson } from '../errors/DocbridgeError.js';
import type { BindingStatus, ConflictRecord, PlanJson, Resolution, Run } from '../sync/runs.js';
import type { Direction } from '../config/Configuration.js';

/** Client -> server: how does each binding stand? `cached` makes no request. */
export namespace StatusRequest {
  export const method = 'docbridge/status';
  export interface Params {
    readonly binding?: string;
    readonly cached?: boolean;
  }
  export interface Result {
    readonly bindings: readonly BindingStatus[];
  }
  export const type = new RequestType<Params, Result, DocbridgeErrorJson>(method);
}

/** Server -> client: a binding's state moved (a run began or ended, a poll saw a change). */
export namespace StatusChangedNotification {
  export const method = 'docbridge/statusChanged';
  export interface Params {
    readonly binding: BindingStatus;
  }
  export const type = new NotificationType<Params>(method);
}

/** Client -> server: what would a run do? Writes nothing. */
export namespace PlanRequest {
  export const method = 'docbridge/plan';
  export interface Params {
    readonly binding: string;
    readonly direction: Direction;
    readonly workDoneToken?: string | number;
  }
  export const type = new RequestType<Params, PlanJson, DocbridgeErrorJson>(method);
}

/** Client -> server: export, import or sync one binding. Progress by work-done token; cancellable. */
export namespace RunRequest {
  export const method = 'docbridge/run';
  export interface Params {
    readonly binding: string;
    readonly direction: Direction;
    readonly message?: string;
    /** Hash of a plan that the person confirmed (after a `brake` error). */
    readonly confirm?: string;
    readonly workDoneToken?: string | number;
  }
  export const type = new RequestType<Params, Run, DocbridgeErrorJson>(method);
}

/** Client -> server: the open conflicts of a binding. */
export namespace ConflictsRequest {
  export const method = 'docbridge/conflicts';
  export interface Params {
    readonly binding: string;
  }
  export const type = new RequestType<
    Params,
    { readonly conflicts: readonly ConflictRecord[] },
    DocbridgeErrorJson
  >(method);
}

/** Client -> server: close one conflict by keeping a side, both, or a merged text. */
export namespace ResolveRequest {
  export const method = 'docbridge/resolve';
  export interface Params {
    readonly binding: string;
    readonly id: string;
    readonly resolution: Resolution;
    readonly workDoneToken?: string | number;
  }
  export const type = new RequestType<Params, Run, DocbridgeErrorJson>(method);
}
