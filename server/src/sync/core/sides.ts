import type { Json } from '../../convert/tiptap.js';
import type { Notice } from '../../convert/conversion.js';
import type { FileMode, Oid } from '../../git/Remote.js';
import type { PlatformContent, PlatformEntry } from '../../platforms/Platform.js';
import type { ProblemJson } from '../runs.js';

/** An item of the platform as the file that it would be in Git. */
export interface RenderedFile {
  readonly text: string;
  readonly oid: Oid;
  /** The content that it was rendered from, as the platform holds it. */
  readonly platform: Json;
  readonly notices: readonly Notice[];
}

/** One item on the platform, as far as a plan needs it. */
export interface PlatformState {
  readonly entry: PlatformEntry;
  readonly path: string;
  readonly projected: string;
  /** Absent when the item has not changed since the base, so nothing was read. */
  readonly file?: RenderedFile;
}

/** One file in Git that is, or may become, an item. Paths are relative to the binding's directory. */
export interface GitState {
  readonly path: string;
  readonly kind: 'document' | 'app';
  readonly oid: Oid;
  readonly mode: FileMode;
  /** Absent when the file has not changed since the base, so nothing was read. */
  readonly text?: string;
  /** Id that the file names as its own (front matter, meta.json). */
  readonly id?: string;
  /** Title that the file states itself (front matter, first H1, app name); absent when it states none. */
  readonly title?: string;
  /** Apps: key in meta.json. */
  readonly metaKey?: string;
  /** A draft where drafts stay out: it takes part only when the platform knows it. */
  readonly isDraft?: true;
}

/** Why one item was left out of a run while the rest went on. */
export type Problem = ProblemJson;

/** The entry alone: what a listing brought beside it is not kept in memory. */
export function withoutContent(entry: PlatformEntry): PlatformEntry {
  const { content, ...bare } = entry;
  return content === undefined ? entry : bare;
}

/** The platform's content as plain JSON, as the base keeps it. */
export function contentJson(content: PlatformContent): Json {
  switch (content.form) {
    case 'json':
      return content.doc as Json & typeof content.doc;
    case 'markdown':
      return content.text;
    case 'app':
      return content.envelope;
  }
}
