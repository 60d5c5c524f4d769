import { escapeHtml } from '../../carrier/htmlText.js';
import { cssOf } from './jsxStyle.js';
import { readString } from './stringLiteral.js';

/** Elements that mean the same in HTML and that TipTap has marks or nodes for. */
const SHARED: ReadonlySet<string> = new Set(['u', 'sub', 'sup', 'mark', 'span', 'br', 'img', 'details']);

const CARRIER = /^\{\/\* docbridge:(\{.*\}) \*\/\}$/;
const DETAILS =
  /<details( open)?>\n<summary>(?:([^\n{<]*)|\{("(?:[^"\\\n]|\\.)*")\})<\/summary>[ \t]*(?=\n[ \t]*\n|\n?$)/y;

/** A title that says the same as Markdown and as text. */
const PLAIN = /^[\p{L}\p{N} ,.;'"?()!-]*$/u;

/**
 * What a tag or an expression of MDX is in HTML, written as our own HTML is; undefined when it is nothing of ours.
 * `tag` is the name when the source is one tag.
 */
export function htmlForm(source: string, tag: string | undefined): string | undefined {
  if (tag === undefined) {
    const json = CARRIER.exec(source.trimEnd())?.[1];
    return json === undefined ? undefined : `<!-- docbridge:${json.replace(/\*\\u002f/g, '*/')} -->`;
  }
  if (!SHARED.has(tag)) return undefined;
  if (tag === 'img') return source.replace(/ \/>\s*$/, '>');
  if (tag === 'details') return htmlDetails(source);
  return source.replace(/^(<(?:mark|span)) style=(\{\{.*\}\})>$/, (whole, open: string, style: string) => {
    const css = cssOf(style);
    return css === undefined ? whole : `${open} style="${escapeHtml(css).replace(/"/g, '&quot;')}">`;
  });
}

/** A carrier comment of ours as MDX has it. */
export function mdxCarrier(html: string): string {
  return `{/* ${html.slice('<!-- '.length, -' -->'.length).replace(/\*\//g, '*\\u002f')} */}`;
}

/** The end of the first two lines of a foldable section of ours; undefined when none begins at an offset. */
export function detailsHead(text: string, at: number): number | undefined {
  DETAILS.lastIndex = at;
  const [whole, , plain] = DETAILS.exec(text) ?? [];
  if (whole === undefined || (plain !== undefined && !PLAIN.test(plain))) return undefined;
  return at + whole.length;
}

/** The title of a foldable section as MDX reads it back: as it is, or as a string in an expression. */
export function mdxTitle(title: string): string {
  return PLAIN.test(title) && title.trim() === title ? title : `{${JSON.stringify(title)}}`;
}

function htmlDetails(source: string): string {
  DETAILS.lastIndex = 0;
  const [whole, open, plain, json] = DETAILS.exec(source) ?? [];
  if (whole === undefined) return source;
  const title = json === undefined ? plain : readString(json);
  return title === undefined ? source : `<details${open ?? ''}>\n<summary>${escapeHtml(title)}</summary>`;
}
