import { entityAt } from './entity.js';

/** Whether a backslash takes the meaning off a character: ASCII punctuation (CommonMark 0.31.2, section 2.4). */
export function isPunctuation(unit: number): boolean {
  return (
    (unit >= 33 && unit <= 47) ||
    (unit >= 58 && unit <= 64) ||
    (unit >= 91 && unit <= 96) ||
    (unit >= 123 && unit <= 126)
  );
}

/** A destination or title with its backslash escapes and character references resolved. */
export function unescapeText(source: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (char === '\\' && isPunctuation(source.charCodeAt(at + 1))) {
      parts.push(source.slice(from, at));
      at += 1;
      from = at;
    } else if (char === '&') {
      const entity = entityAt(source, at);
      if (entity === undefined) continue;
      parts.push(source.slice(from, at), entity.value);
      from = entity.end;
      at = from - 1;
    }
  }
  parts.push(source.slice(from));
  return parts.join('').replaceAll('\0', '\ufffd');
}
