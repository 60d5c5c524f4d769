import { characterEntities } from 'character-entities';

/** A character reference at the place where matching starts. */
export const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});/y;

const REPLACEMENT = '\ufffd';

/** The characters that a reference such as `&amp;` or `&#x20;` stands for (CommonMark 0.31.2, section 2.5). */
export function decodeReference(reference: string): string | undefined {
  const name = reference.slice(1, -1);
  if (!name.startsWith('#')) {
    return Object.hasOwn(characterEntities, name) ? characterEntities[name] : undefined;
  }
  const hex = name.charAt(1).toLowerCase() === 'x';
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return REPLACEMENT;
  return String.fromCodePoint(code);
}

/** Text with its character references resolved. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});/g,
    (whole) => decodeReference(whole) ?? whole,
  );
}
