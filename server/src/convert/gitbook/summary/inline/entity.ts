import { decodeNamedCharacterReference } from 'decode-named-character-reference';

const ENTITY = /&(?:#([xX][\dA-Fa-f]{1,6}|\d{1,7})|([A-Za-z][A-Za-z\d]{0,31}));/y;

/** The character reference at an offset (CommonMark 0.31.2, section 6.2), and where it ends. */
export function entityAt(
  text: string,
  at: number,
): { readonly value: string; readonly end: number } | undefined {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(text);
  if (match === null) return undefined;
  const [source, number, name = ''] = match;
  const value = number === undefined ? decodeNamedCharacterReference(name) : fromNumber(number);
  return value === false ? undefined : { value, end: at + source.length };
}

function fromNumber(number: string): string {
  const hex = /^[xX]/.test(number);
  const code = Number.parseInt(hex ? number.slice(1) : number, hex ? 16 : 10);
  const isScalar = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isScalar ? String.fromCodePoint(code) : '\ufffd';
}
