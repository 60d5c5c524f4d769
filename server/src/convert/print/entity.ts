/** The numeric character reference of the character at an offset (a surrogate pair is one character). */
export function entityAt(text: string, at: number): string {
  if (text.charCodeAt(at) === 0xa0) return '&nbsp;';
  return `&#x${(text.codePointAt(at) ?? 0).toString(16).toUpperCase()};`;
}
