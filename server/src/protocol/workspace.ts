import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { DocbridgeErrorJson } from '../errors/DocbridgeError.js';
import type { WorkspaceEntry, WorkspaceFile } from '../sync/Workspace.js';

/** Client -> server: the platform's items as files (file system and tree view use the same list). */
export namespace ListRequest {
  export const method = 'docbridge/list';
  export interface Params {
    readonly binding: string;
    readonly refresh?: boolean;
  }
  export const type = new RequestType<
    Params,
    { readonly entries: readonly WorkspaceEntry[] },
    DocbridgeErrorJson
  >(method);
}

/** Server -> client: items changed on the platform; `paths` are relative to the binding. */
export namespace ItemsChangedNotification {
  export const method = 'docbridge/itemsChanged';
  export interface Params {
    readonly binding: string;
    readonly changes: readonly { readonly kind: 'created' | 'changed' | 'deleted'; readonly path: string }[];
  }
  export const type = new NotificationType<Params>(method);
}

/** Client -> server: watch a binding's platform (its folder is open in the editor), or stop. */
export namespace WatchNotification {
  export const method = 'docbridge/watch';
  export interface Params {
    readonly binding: string;
    readonly on: boolean;
  }
  export const type = new NotificationType<Params>(method);
}

/** Client -> server: the editor's window gained or lost the focus; watching pauses while it has none. */
export namespace WindowStateNotification {
  export const method = 'docbridge/windowState';
  export interface Params {
    readonly focused: boolean;
  }
  export const type = new NotificationType<Params>(method);
}

/** Client -> server: one item of the platform as a file. */
export namespace ReadRequest {
  export const method = 'docbridge/read';
  export interface Params {
    readonly binding: string;
    readonly path: string;
  }
  export const type = new RequestType<Params, WorkspaceFile, DocbridgeErrorJson>(method);
}

/** Client -> server: the file as Git or the base holds it, for compare and quick diff; `null`: not there. */
export namespace ReadSideRequest {
  export const method = 'docbridge/readSide';
  export interface Params {
    readonly binding: string;
    readonly side: 'git' | 'base';
    readonly path: string;
  }
  export const type = new RequestType<Params, { readonly text: string } | null, DocbridgeErrorJson>(method);
}

/** Client -> server: save a file of the virtual workspace. Fails with `stale-revision`, overwrites nothing. */
export namespace WriteRequest {
  export const method = 'docbridge/write';
  export interface Params {
    readonly binding: string;
    readonly path: string;
    readonly text: string;
    readonly ifRevision: string;
  }
  export const type = new RequestType<Params, WorkspaceFile, DocbridgeErrorJson>(method);
}

/** Client -> server: create a document (`text`) or a folder (`null`). */
export namespace CreateRequest {
  export const method = 'docbridge/create';
  export interface Params {
    readonly binding: string;
    readonly path: string;
    readonly text: string | null;
  }
  export const type = new RequestType<Params, WorkspaceFile | null, DocbridgeErrorJson>(method);
}

/** Client -> server: rename and/or move an item. */
export namespace MoveRequest {
  export const method = 'docbridge/move';
  export interface Params {
    readonly binding: string;
    readonly from: string;
    readonly to: string;
  }
  export const type = new RequestType<Params, null, DocbridgeErrorJson>(method);
}

/** Client -> server: move an item to the platform's trash. */
export namespace RemoveRequest {
  export const method = 'docbridge/remove';
  export interface Params {
    readonly binding: string;
    readonly path: string;
  }
  export const type = new RequestType<Params, null, DocbridgeErrorJson>(method);
}
