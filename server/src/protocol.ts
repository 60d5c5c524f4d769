/**
 * The only contract between client and server. One namespace a message; each says who sends it, to whom
 * and why. Errors cross as `ResponseError` whose `data` is a `DocbridgeErrorJson`.
 */
import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { DocbridgeErrorJson, ErrorCategory } from './errors/DocbridgeError.js';
import type { Notice } from './convert/conversion.js';
import type { TiptapDocument } from './convert/tiptap.js';
import type { GitCredential, PlatformCredential } from './ports/Credentials.js';
import type {
  BindingState,
  BindingStatus,
  ConflictRecord,
  ConflictSide,
  PlanItemJson,
  PlanJson,
  Resolution,
  Run,
} from './sync/runs.js';
import type { ItemState, WorkspaceEntry, WorkspaceFile } from './sync/Workspace.js';

export type {
  BindingState,
  BindingStatus,
  ConflictRecord,
  ConflictSide,
  DocbridgeErrorJson,
  ErrorCategory,
  GitCredential,
  ItemState,
  Notice,
  PlanItemJson,
  PlanJson,
  PlatformCredential,
  Resolution,
  Run,
  TiptapDocument,
  WorkspaceEntry,
  WorkspaceFile,
};

export type SyncDirection = 'export' | 'import' | 'both';

/**
 * Client -> server, at the start and whenever a docbridge.json changes: here are all configurations. The
 * server answers which bindings it now serves and what is wrong with each file. Makes no request.
 */
export namespace ConfigureRequest {
  export const method = 'docbridge/configure';
  export interface Params {
    readonly files: readonly {
      /** URI of the docbridge.json, for messages and diagnostics. */
      readonly uri: string;
      readonly text: string;
      /** Folder that relative paths and checkouts are looked up in, when it is on disk. */
      readonly folder?: string;
    }[];
    /** `http.proxy` of the editor, if set. */
    readonly proxy?: string;
  }
  export interface Result {
    readonly bindings: readonly {
      readonly name: string;
      readonly uri: string;
      readonly directory: string;
      readonly platform: { readonly kind: string; readonly url: string; readonly subject: string };
      readonly repository: { readonly url: string; readonly branch: string };
      readonly direction: SyncDirection;
    }[];
    readonly errors: readonly { readonly uri: string; readonly error: DocbridgeErrorJson }[];
  }
  export const type = new RequestType<Params, Result, DocbridgeErrorJson>(method);
}

/**
 * Server -> client: a credential is needed now. `null`: the person has none or declined. The answer is kept
 * in the server's memory until `ForgetCredentialNotification`.
 */
export namespace CredentialRequest {
  export const method = 'docbridge/credential';
  export interface Params {
    readonly kind: 'platform' | 'git';
    readonly binding: string;
    /** Scheme, host and port that it will be sent to, and no other. */
    readonly origin: string;
    readonly platform?: string;
    /** The last one was refused: do not answer the same again without asking. */
    readonly refused: boolean;
  }
  export interface Result {
    readonly platform?: PlatformCredential;
    readonly git?: GitCredential;
  }
  export const type = new RequestType<Params, Result | null, void>(method);
}

/** Client -> server: credentials changed or were removed; drop what you hold. */
export namespace ForgetCredentialNotification {
  export const method = 'docbridge/forgetCredential';
  export interface Params {
    /** Absent: all of them. */
    readonly origin?: string;
  }
  export const type = new NotificationType<Params>(method);
}

/** Client -> server, from Connect: try this address and credential; who am I and which subjects are there? */
export namespace ProbePlatformRequest {
  export const method = 'docbridge/probePlatform';
  export interface Params {
    readonly kind: string;
    readonly url: string;
    readonly credential: PlatformCredential;
  }
  export interface Result {
    readonly name: string;
    readonly email: string;
    readonly subjects: readonly { readonly id: string; readonly name: string }[];
  }
  export const type = new RequestType<Params, Result, DocbridgeErrorJson>(method);
}

/** Client -> server, from Connect: does this repository answer, and which branches has it? */
export namespace ProbeRepositoryRequest {
  export const method = 'docbridge/probeRepository';
  export interface Params {
    readonly url: string;
    readonly credential: GitCredential | null;
  }
  export interface Result {
    readonly branches: readonly string[];
    readonly defaultBranch: string | null;
  }
  export const type = new RequestType<Params, Result, DocbridgeErrorJson>(method);
}

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
    readonly direction: SyncDirection;
    readonly workDoneToken?: string | number;
  }
  export const type = new RequestType<Params, PlanJson, DocbridgeErrorJson>(method);
}

/** Client -> server: export, import or sync one binding. Progress by work-done token; cancellable. */
export namespace RunRequest {
  export const method = 'docbridge/run';
  export interface Params {
    readonly binding: string;
    readonly direction: SyncDirection;
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

/** Client -> server: Markdown to TipTap JSON (preview, tools). Pure. */
export namespace ToTiptapRequest {
  export const method = 'docbridge/toTiptap';
  export interface Params {
    readonly markdown: string;
    readonly dialect?: 'tiptap' | 'ondoki' | 'outline' | 'docmost';
    readonly flavour?: 'md' | 'mdx' | 'gitbook';
    readonly base?: { readonly markdown: string; readonly tiptap: TiptapDocument };
  }
  export interface Result {
    readonly tiptap: TiptapDocument;
    readonly frontMatter?: string;
    readonly notices: readonly Notice[];
  }
  export const type = new RequestType<Params, Result, DocbridgeErrorJson>(method);
}

/** Client -> server: TipTap JSON to Markdown. Pure. */
export namespace ToMarkdownRequest {
  export const method = 'docbridge/toMarkdown';
  export interface Params {
    readonly tiptap: TiptapDocument;
    readonly frontMatter?: string;
    readonly dialect?: 'tiptap' | 'ondoki' | 'outline' | 'docmost';
    readonly base?: { readonly markdown: string; readonly tiptap: TiptapDocument };
  }
  export interface Result {
    readonly markdown: string;
    readonly notices: readonly Notice[];
  }
  export const type = new RequestType<Params, Result, DocbridgeErrorJson>(method);
}
