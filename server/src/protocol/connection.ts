import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { DocbridgeErrorJson } from '../errors/DocbridgeError.js';
import type { GitCredential, PlatformCredential } from '../ports/Credentials.js';
import type { Direction } from '../config/Configuration.js';

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
      readonly direction: Direction;
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
