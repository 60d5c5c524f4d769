import type { ConversionBase, Notice } from '../../convert/conversion.js';
import type { Profile } from '../../convert/frontMatter/profiles.js';
import type { Json, TiptapDocument } from '../../convert/tiptap.js';
import type { Capabilities, PlatformContent, PlatformEntry } from '../../platforms/Platform.js';
import type { Dialect } from '../../convert/tiptap.js';
import { appFileText, readAppFile, sameApp } from '../../apps/appFile.js';
import { parseJson } from '../../apps/parseJson.js';
import { withFileIds } from '../../apps/withFileIds.js';
import type { BaseContent } from './base.js';
import {
  holdsDocument,
  isTiptapDocument,
  newDocumentFile,
  readDocumentFile,
  updatedDocumentFile,
} from './documentFile.js';
import type { DocumentForm } from './documentFile.js';

/** The base of one item, as rendering needs it. */
export interface ItemBase {
  readonly title: string;
  readonly content: BaseContent;
}

/** The file of an item and what could not be kept as it was. */
export interface FileText {
  readonly text: string;
  readonly notices: readonly Notice[];
}

/**
 * What the platform takes: its dialect, and whether our raw atoms may be written; and what the binding's files are:
 * those of GitBook hold its tags.
 */
export function documentForm(
  dialect: Dialect,
  capabilities: Capabilities | undefined,
  { profile, format }: { readonly profile: Profile; readonly format: string },
): DocumentForm {
  return {
    dialect,
    schema: capabilities?.extendedSchema === true ? 'extended' : 'official',
    profile,
    flavour: profile === 'gitbook' || format === 'gitbook' ? 'gitbook' : 'md',
  };
}

/** The file that an item of the platform is in Git. */
export function renderFile(
  entry: Pick<PlatformEntry, 'id' | 'title'>,
  content: PlatformContent,
  form: DocumentForm,
  base?: ItemBase,
): FileText {
  switch (content.form) {
    case 'app':
      return { text: renderApp(content.envelope, base), notices: [] };
    case 'json':
      return renderDocument(entry, content.doc, form, base);
    case 'markdown':
      // The text is the body already; only platforms of later days give it.
      return { text: content.text, notices: [] };
  }
}

/** The ids of an app are those of its file, whatever the platform gave it when it was imported. */
function renderApp(envelope: Json, base: ItemBase | undefined): string {
  if (base === undefined) return appFileText(envelope);
  const file = parseJson(base.content.text);
  return appFileText(file.ok ? withFileIds(envelope, file.value, base.content.platform) : envelope);
}

function renderDocument(
  entry: Pick<PlatformEntry, 'id' | 'title'>,
  doc: TiptapDocument,
  form: DocumentForm,
  base: ItemBase | undefined,
): FileText {
  const conversionBase = base === undefined ? undefined : conversionBaseOf(base.content);
  if (base === undefined || conversionBase === undefined) return newDocumentFile(doc, entry, form);
  return updatedDocumentFile(doc, { title: entry.title, baseTitle: base.title }, conversionBase, form);
}

export function readFile(
  kind: 'document' | 'app',
  text: string,
  form: DocumentForm,
  base?: BaseContent,
): { readonly content: PlatformContent; readonly notices: readonly Notice[] } {
  if (kind === 'app') {
    const { envelope, version } = readAppFile(text);
    return { content: { form: 'app', envelope, version }, notices: [] };
  }
  const read = readDocumentFile(text, form, base && conversionBaseOf(base));
  return { content: { form: 'json', doc: read.doc }, notices: read.notices };
}

/** `true` when the file says the same as the platform's content, in other words perhaps. */
export function sameContent(
  kind: 'document' | 'app',
  text: string,
  platform: Json,
  form: DocumentForm,
  base?: BaseContent,
): boolean {
  if (kind === 'app') return sameApp(text, platform);
  return isTiptapDocument(platform) && holdsDocument(text, platform, form, base && conversionBaseOf(base));
}

function conversionBaseOf(content: BaseContent): ConversionBase | undefined {
  const { platform } = content;
  return isTiptapDocument(platform) ? { markdown: content.text, tiptap: platform } : undefined;
}
