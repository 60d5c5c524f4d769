import { readString } from './stringLiteral.js';

const ENTRY = /([a-z][A-Za-z]*): ("(?:[^"\\\n]|\\.)*")(?:, |\}\}$)/y;

/** CSS declarations such as `font-size: 20px; color: red` as JSX writes them: `{{fontSize: "20px", color: "red"}}`. */
export function jsxStyle(css: string): string {
  const entries = css.split('; ').map((part) => {
    const colon = part.indexOf(': ');
    const name = part.slice(0, colon).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return `${name}: ${JSON.stringify(part.slice(colon + 2))}`;
  });
  return `{{${entries.join(', ')}}}`;
}

/** The way back; undefined when the source is anything else than `jsxStyle` writes. */
export function cssOf(source: string): string | undefined {
  const parts: string[] = [];
  for (let at = 2; at < source.length;) {
    ENTRY.lastIndex = at;
    const [whole, name = '', json = ''] = ENTRY.exec(source) ?? [];
    if (whole === undefined) return undefined;
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    parts.push(`${property}: ${readString(json) ?? ''}`);
    at += whole.length;
  }
  const css = parts.join('; ');
  return jsxStyle(css) === source ? css : undefined;
}
