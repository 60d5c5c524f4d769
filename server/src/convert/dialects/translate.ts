import type { ConversionBase } from '../conversion.js';
import type { Dialect, TiptapDocument } from '../tiptap.js';
import { createTranslation, type Translation } from './createTranslation.js';
import { DOCMOST_NAMES } from './docmostNames.js';
import { OUTLINE_NAMES } from './outlineNames.js';

/** TipTap and ondoki have TipTap's names. */
const TRANSLATIONS: Readonly<Partial<Record<Dialect, Translation>>> = {
  outline: createTranslation(OUTLINE_NAMES),
  docmost: createTranslation(DOCMOST_NAMES),
};

/** Whether a dialect's names are not TipTap's, so that documents have to be translated. */
export function hasOwnNames(dialect: Dialect = 'tiptap'): boolean {
  return TRANSLATIONS[dialect] !== undefined;
}

/** A platform's document under TipTap's names, which are the only ones that the conversion knows. */
export function toTiptapNames(doc: TiptapDocument, dialect: Dialect = 'tiptap'): TiptapDocument {
  return TRANSLATIONS[dialect]?.toTiptap(doc) ?? doc;
}

/** A document under the platform's names; gives back exactly what `toTiptapNames` was given. */
export function fromTiptapNames(doc: TiptapDocument, dialect: Dialect = 'tiptap'): TiptapDocument {
  return TRANSLATIONS[dialect]?.fromTiptap(doc) ?? doc;
}

/** A base whose document has TipTap's names. */
export function baseInTiptapNames<T extends ConversionBase | undefined>(
  base: T,
  dialect: Dialect | undefined,
): T {
  return base === undefined ? base : { ...base, tiptap: toTiptapNames(base.tiptap, dialect) };
}
