import { sameDocument } from '../../convert/compare.js';
import type { ConversionBase, Flavour, Notice } from '../../convert/conversion.js';
import { readFields, writeFields } from '../../convert/frontMatter/fields.js';
import type { Profile } from '../../convert/frontMatter/profiles.js';
import { readFrontMatter } from '../../convert/frontMatter/readFrontMatter.js';
import { splitFrontMatter } from '../../convert/frontMatter/splitFrontMatter.js';
import { writeFrontMatter } from '../../convert/frontMatter/writeFrontMatter.js';
import { markdownToTiptap } from '../../convert/markdownToTiptap.js';
import type { Dialect, Json, TiptapDocument } from '../../convert/tiptap.js';
import { tiptapToMarkdown } from '../../convert/tiptapToMarkdown.js';
import { statedTitle } from '../../convert/title.js';
import { DocbridgeError } from '../../errors/DocbridgeError.js';

/** What a platform takes, and how its files name the keys of front matter. */
export interface DocumentForm {
  readonly profile: Profile;
  readonly dialect: Dialect;
  readonly schema: 'extended' | 'official';
  readonly flavour: Flavour;
}

/** A Markdown file as an item of the platform. */
export interface ReadDocument {
  readonly doc: TiptapDocument;
  readonly notices: readonly Notice[];
}

/** What a Markdown file says of itself. */
export interface StatedIdentity {
  readonly id?: string;
  readonly title?: string;
  /** `draft: true`, or what the profile says instead. */
  readonly isDraft?: true;
  /** What is wrong with the front matter, when it cannot be read. */
  readonly problem?: string;
}

/** Reads id and title without converting the body. Never throws. The title has one name in every profile. */
export function identityOf(text: string, profile: Profile = 'docbridge'): StatedIdentity {
  const { frontMatter } = splitFrontMatter(text);
  const title = statedTitle(text);
  const stated = title === undefined ? {} : { title };
  if (frontMatter === undefined) return stated;
  const { data, errors } = readFrontMatter(frontMatter);
  const [error] = errors;
  if (error !== undefined) return { ...stated, problem: error.message };
  const { docbridge, draft } = readFields(data, profile);
  return {
    ...stated,
    ...(docbridge !== undefined && { id: docbridge.id }),
    ...(draft === true && { isDraft: true as const }),
  };
}

/** The Markdown file of a document that Git does not hold yet: with its title and its id. */
export function newDocumentFile(
  doc: TiptapDocument,
  item: { readonly id: string; readonly title: string },
  form: DocumentForm,
): { readonly text: string; readonly notices: readonly Notice[] } {
  const body = tiptapToMarkdown({ doc }, { dialect: form.dialect, flavour: form.flavour });
  const fields = { title: item.title, docbridge: { id: item.id } };
  const frontMatter = writeFields(undefined, fields, form.profile);
  return { text: `${frontMatter}\n${body.value}`, notices: body.notices };
}

/**
 * The Markdown file of a document that Git holds: unchanged blocks keep their bytes. The front matter is
 * touched only when the title changed and the file would state another one.
 */
export function updatedDocumentFile(
  doc: TiptapDocument,
  item: { readonly title: string; readonly baseTitle: string },
  base: ConversionBase,
  form: DocumentForm,
): { readonly text: string; readonly notices: readonly Notice[] } {
  const { frontMatter } = splitFrontMatter(base.markdown);
  const kept = frontMatter === undefined ? { doc } : { doc, frontMatter };
  const file = tiptapToMarkdown(kept, {
    dialect: form.dialect,
    schema: form.schema,
    flavour: form.flavour,
    base,
  });
  if (item.title === item.baseTitle || statedTitle(file.value) === item.title) {
    return { text: file.value, notices: file.notices };
  }
  return { text: retitle(file.value, item.title), notices: file.notices };
}

/** The same file with another title in its front matter. */
export function retitle(text: string, title: string): string {
  const { frontMatter, body } = splitFrontMatter(text);
  const written = writeFrontMatter(frontMatter, { title });
  return frontMatter === undefined ? `${written}\n${body}` : written + body;
}

/** The same file under another title and without our id: a copy is an item of its own. */
export function asCopy(text: string, title: string, profile: Profile): string {
  const { frontMatter, body } = splitFrontMatter(text);
  const written = writeFields(frontMatter, { title, docbridge: undefined }, profile);
  return frontMatter === undefined ? `${written}\n${body}` : written + body;
}

/** The document that a Markdown file holds; unchanged blocks keep the base's JSON nodes. */
export function readDocumentFile(text: string, form: DocumentForm, base?: ConversionBase): ReadDocument {
  const file = markdownToTiptap(text, {
    dialect: form.dialect,
    schema: form.schema,
    flavour: form.flavour,
    ...(base && { base }),
  });
  return { doc: file.value.doc, notices: file.notices };
}

/** `true` when the file, read anew, is the platform's document. */
export function holdsDocument(
  text: string,
  doc: TiptapDocument,
  form: DocumentForm,
  base?: ConversionBase,
): boolean {
  try {
    return sameDocument(readDocumentFile(text, form, base).doc, doc);
  } catch (error) {
    // A file beyond the limits of conversion is compared by its bytes alone.
    if (error instanceof DocbridgeError) return false;
    throw error;
  }
}

export function isTiptapDocument(value: Json | undefined): value is Json & TiptapDocument {
  return isRecord(value) && value['type'] === 'doc';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
