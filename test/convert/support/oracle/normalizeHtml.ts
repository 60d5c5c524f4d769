import { escapeHtml } from './escapeHtml.js';

const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'article header aside hgroup blockquote hr iframe body li map button object canvas ol caption output col p ' +
    'colgroup pre dd progress div section dl table td dt tbody embed textarea fieldset tfoot figcaption th figure ' +
    'thead footer tr form ul h1 h2 h3 h4 h5 h6 video script style'
  ).split(' '),
);
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const ATTRIBUTE = /([^\s"'>/=]+)(?:[ \t\n]*=[ \t\n]*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g;
const TOKEN =
  /<!--(?:>|->|[^]*?-->)|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|<![A-Za-z][^>]*>|<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:[ \t\n]+[A-Za-z_:][\w.:-]*(?:[ \t\n]*=[ \t\n]*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)[ \t\n]*(\/?)>|&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]*);|[^<&]+|[<&]/g;

/**
 * HTML as CommonMark's own test suite compares it (its test/normalize.py): white space outside `pre` evened out and
 * dropped beside block tags, entities decoded, tags and attributes in one spelling. What is no tag stays as it is.
 */
export function normalizeHtml(html: string): string {
  let output = '';
  let last: 'start' | 'end' | 'data' | 'reference' | 'other' = 'start';
  let lastTag = '';
  let inPre = false;
  for (const match of html.matchAll(TOKEN)) {
    const [token, slash, name, attributes, selfClosing] = match;
    if (name !== undefined) {
      const tag = name.toLowerCase();
      if (slash === '' && tag === 'pre') inPre = true;
      if (slash === '/' && tag === 'pre') inPre = false;
      else if (BLOCK_TAGS.has(tag)) output = trimEnd(output);
      output += slash === '/' ? `</${tag}>` : `<${tag}${normalizeAttributes(attributes ?? '')}>`;
      lastTag = tag;
      last = slash === '/' || selfClosing === '/' ? 'end' : 'start';
      continue;
    }
    if (token.startsWith('&') && token.length > 1) {
      output += escapeHtml(decode(token));
      last = 'reference';
      continue;
    }
    if (token.startsWith('<') && token.length > 1) {
      output += token;
      last = 'other';
      continue;
    }
    output += data(token, last, lastTag, inPre);
    last = 'data';
  }
  return output;
}

function data(token: string, last: string, lastTag: string, inPre: boolean): string {
  const afterTag = last === 'start' || last === 'end';
  let text = escapeHtml(token);
  if (afterTag && lastTag === 'br') text = text.replace(/^\n+/, '');
  if (inPre) return text;
  text = text.replace(/[ \t\n\r\f\v]+/g, ' ');
  if (!afterTag || !BLOCK_TAGS.has(lastTag)) return text;
  text = text.replace(/^ /, '');
  return last === 'end' ? text.replace(/ $/, '') : text;
}

function normalizeAttributes(source: string): string {
  const attributes = [...source.matchAll(ATTRIBUTE)].map(([, name = '', raw]) => {
    const key = name.toLowerCase();
    if (raw === undefined) return key;
    const value = decodeAll(/^["']/.test(raw) ? raw.slice(1, -1) : raw);
    const plain = key === 'href' || key === 'src' ? decodePercent(value) : value;
    return plain === '' ? key : `${key}="${escapeHtml(plain)}"`;
  });
  return attributes
    .sort()
    .map((attribute) => ` ${attribute}`)
    .join('');
}

function decodeAll(text: string): string {
  return text.replace(/&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]*);/g, decode);
}

function decode(reference: string): string {
  const body = reference.slice(1, -1);
  if (!body.startsWith('#')) return NAMED[body] ?? reference;
  const code = /^#[xX]/.test(body) ? parseInt(body.slice(2), 16) : parseInt(body.slice(1), 10);
  const legal = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return legal ? String.fromCodePoint(code) : '\ufffd';
}

/** Decodes what is valid UTF-8 behind percent signs, byte by byte otherwise. */
function decodePercent(url: string): string {
  return url.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) =>
    new TextDecoder('utf-8').decode(
      Uint8Array.from(run.slice(1).split('%'), (pair) => Number.parseInt(pair, 16)),
    ),
  );
}

function trimEnd(text: string): string {
  return text.replace(/[ \t\n\r\f\v]+$/, '');
}
