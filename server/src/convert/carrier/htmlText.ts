const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Escapes text for HTML content: `&`, `<`, `>`; and line ends, which would end an HTML block if blank. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '&#10;');
}

/** Escapes text for a double-quoted HTML or directive attribute. */
export function escapeAttribute(text: string): string {
  return escapeHtml(text).replace(/"/g, '&quot;').replace(/\r/g, '&#13;').replace(/\t/g, '&#9;');
}

/** The reverse of `escapeHtml` and `escapeAttribute`; other references stay as they are. */
export function unescapeHtml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|(amp|lt|gt|quot));/g,
    (whole, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Writes attributes as ` name="value"` each, in the order given. */
export function writeAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}

/** Reads attributes that `writeAttributes` wrote; undefined when they have any other form. */
export function readAttributes(source: string): ReadonlyMap<string, string> | undefined {
  const attributes = new Map<string, string>();
  const rest = source.replace(/ ([a-z][a-z-]*)="([^"<>\n]*)"/g, (_, name: string, value: string) => {
    attributes.set(name, unescapeHtml(value));
    return '';
  });
  if (rest !== '') return undefined;
  return writeAttributes(Object.fromEntries(attributes)) === source ? attributes : undefined;
}
