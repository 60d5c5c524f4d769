import { REFERENCE, decodeReference } from '../../../parse/inline/reference.js';

/** The character reference at an offset (CommonMark 0.31.2, section 2.5), and where it ends. */
export function entityAt(
  text: string,
  at: number,
): { readonly value: string; readonly end: number } | undefined {
  REFERENCE.lastIndex = at;
  const source = REFERENCE.exec(text)?.[0];
  const value = source === undefined ? undefined : decodeReference(source);
  return source === undefined || value === undefined ? undefined : { value, end: at + source.length };
}
