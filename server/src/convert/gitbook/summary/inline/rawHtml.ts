/** The end of the opening or closing tag at an offset (CommonMark 0.31.2, section 6.6), read without looking back. */
export function endOfTag(text: string, at: number): number | undefined {
  const closing = text.charAt(at + 1) === '/';
  let here = skip(text, at + (closing ? 2 : 1), isLetter);
  if (here === at + (closing ? 2 : 1)) return undefined;
  here = skip(text, here, isTagNamePart);
  if (closing) return endIf(text, skip(text, here, isBlank), '>');
  for (;;) {
    const next = skip(text, here, isBlank);
    const name = next > here ? skip(text, next, isAttributeStart) : next;
    if (name === next) return endIf(text, text.charAt(next) === '/' ? next + 1 : next, '>');
    const value = endOfAttribute(text, skip(text, name, isAttributePart));
    if (value === undefined) return undefined;
    here = value;
  }
}

/** The end of an attribute whose name has been read: the value's, or the name's when it has none. */
function endOfAttribute(text: string, nameEnd: number): number | undefined {
  const equals = skip(text, nameEnd, isBlank);
  if (text.charAt(equals) !== '=') return nameEnd;
  const start = skip(text, equals + 1, isBlank);
  const quote = text.charAt(start);
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, start + 1);
    return end < 0 ? undefined : end + 1;
  }
  const end = skip(text, start, isUnquoted);
  return end === start ? undefined : end;
}

/** Finds the ends of inline HTML; remembers which end marks no longer come, so that a text is searched once for each. */
export class HtmlScanner {
  readonly #text: string;
  readonly #gone = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The end of the tag, comment, instruction, declaration or CDATA section that begins at an offset. */
  end(at: number): number | undefined {
    const text = this.#text;
    if (text.startsWith('<!-->', at)) return at + 5;
    if (text.startsWith('<!--->', at)) return at + 6;
    if (text.startsWith('<!--', at)) return this.#after('-->', at + 4);
    if (text.startsWith('<?', at)) return this.#after('?>', at + 2);
    if (text.startsWith('<![CDATA[', at)) return this.#after(']]>', at + 9);
    if (text.startsWith('<!', at))
      return isLetter(text.charCodeAt(at + 2)) ? this.#after('>', at + 3) : undefined;
    return endOfTag(text, at);
  }

  #after(mark: string, from: number): number | undefined {
    if (this.#gone.has(mark)) return undefined;
    const found = this.#text.indexOf(mark, from);
    if (found >= 0) return found + mark.length;
    this.#gone.add(mark);
    return undefined;
  }
}

function endIf(text: string, at: number, char: string): number | undefined {
  return text.charAt(at) === char ? at + 1 : undefined;
}

function skip(text: string, from: number, test: (unit: number) => boolean): number {
  let at = from;
  while (at < text.length && test(text.charCodeAt(at))) at += 1;
  return at;
}

function isBlank(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}

function isLetter(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

function isTagNamePart(unit: number): boolean {
  return isLetter(unit) || isDigit(unit) || unit === 45;
}

function isAttributeStart(unit: number): boolean {
  return isLetter(unit) || unit === 95 || unit === 58;
}

function isAttributePart(unit: number): boolean {
  return isAttributeStart(unit) || isDigit(unit) || unit === 46 || unit === 45;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Neither blank nor one of `"'=<>` and the backtick. */
function isUnquoted(unit: number): boolean {
  return unit > 32 && unit !== 34 && unit !== 39 && unit !== 60 && unit !== 61 && unit !== 62 && unit !== 96;
}
