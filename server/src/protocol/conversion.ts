import { RequestType } from 'vscode-languageserver-protocol';
import type { DocbridgeErrorJson } from '../errors/DocbridgeError.js';
import type { Flavour, Notice } from '../convert/conversion.js';
import type { Dialect, TiptapDocument } from '../convert/tiptap.js';

/** Client -> server: Markdown to TipTap JSON (preview, tools). Pure. */
export namespace ToTiptapRequest {
  export const method = 'docbridge/toTiptap';
  export interface Params {
    readonly markdown: string;
    readonly dialect?: Dialect;
    readonly flavour?: Flavour;
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
    readonly dialect?: Dialect;
    readonly flavour?: Flavour;
    readonly base?: { readonly markdown: string; readonly tiptap: TiptapDocument };
  }
  export interface Result {
    readonly markdown: string;
    readonly notices: readonly Notice[];
  }
  export const type = new RequestType<Params, Result, DocbridgeErrorJson>(method);
}
