/** A piece of HTML as the CommonMark suite's normalisation tells them apart. */
export type HtmlToken =
  | { readonly kind: 'text' | 'rawText' | 'verbatim'; readonly value: string }
  | {
      readonly kind: 'start';
      readonly name: string;
      readonly attributes: readonly HtmlAttribute[];
      readonly selfClosing: boolean;
    }
  | { readonly kind: 'end'; readonly name: string };

/** `value` is as written, without quotes; absent when there is no `=`. */
export interface HtmlAttribute {
  readonly name: string;
  readonly value?: string;
}

const START = /<([A-Za-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/y;
const END = /<\/([A-Za-z][^\s/>]*)[^>]*>/y;
const VERBATIM = [/<!---?>/y, /<!--[^]*?-->/y, /<!\[CDATA\[[^]*?\]\]>/y, /<\?[^]*?\?>/y, /<![A-Za-z][^>]*>/y];
const ATTRIBUTE = /([^\s/>=][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>][^\s>]*)?)?/g;

/** Splits HTML into tags, text and what stays as it is (comments, instructions, declarations, CDATA). */
export function htmlTokens(html: string): readonly HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let at = 0;
  let textStart = 0;
  const flush = (): void => {
    if (at > textStart) tokens.push({ kind: 'text', value: html.slice(textStart, at) });
  };
  while (at < html.length) {
    const next = html.indexOf('<', at);
    at = next === -1 ? html.length : next;
    if (next === -1) break;
    const found = tokenAt(html, at);
    if (found === undefined) {
      at += 1;
      continue;
    }
    flush();
    tokens.push(found.token);
    at += found.length;
    textStart = at;
    if (found.token.kind !== 'start' || !/^(?:script|style)$/.test(found.token.name)) continue;
    const close = html.slice(at).search(new RegExp(`</${found.token.name}`, 'i'));
    const end = close === -1 ? html.length : at + close;
    if (end > at) tokens.push({ kind: 'rawText', value: html.slice(at, end) });
    at = end;
    textStart = end;
  }
  flush();
  return tokens;
}

function tokenAt(
  html: string,
  at: number,
): { readonly token: HtmlToken; readonly length: number } | undefined {
  for (const pattern of VERBATIM) {
    const [value] = matchAt(pattern, html, at) ?? [];
    if (value !== undefined) return { token: { kind: 'verbatim', value }, length: value.length };
  }
  const end = matchAt(END, html, at);
  if (end !== undefined) {
    return { token: { kind: 'end', name: (end[1] ?? '').toLowerCase() }, length: end[0].length };
  }
  const start = matchAt(START, html, at);
  if (start === undefined) return undefined;
  const token: HtmlToken = {
    kind: 'start',
    name: (start[1] ?? '').toLowerCase(),
    attributes: attributesOf(start[2] ?? ''),
    selfClosing: start[3] === '/',
  };
  return { token, length: start[0].length };
}

function matchAt(pattern: RegExp, html: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(html) ?? undefined;
}

function attributesOf(source: string): readonly HtmlAttribute[] {
  return [...source.matchAll(ATTRIBUTE)].map(([whole, name = '', value]) => {
    const lower = name.toLowerCase();
    if (!whole.includes('=')) return { name: lower };
    return { name: lower, value: value === undefined ? '' : value.replace(/^(["'])([^]*)\1$/, '$2') };
  });
}
