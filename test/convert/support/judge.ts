import { HtmlRenderer, Parser } from 'commonmark';

const BLOCK = /\s*(<\/?(?:p|h[1-6]|ul|ol|li|blockquote|pre|hr|div|table|t[hdr])\b[^>]*>)\s*/g;

/** What a Markdown text says to a parser that is not ours: HTML with its white space evened out. */
export function meaning(markdown: string): string {
  const html = new HtmlRenderer().render(new Parser().parse(markdown));
  return html
    .split(/(<pre>[^]*?<\/pre>)/)
    .map((part) =>
      part.startsWith('<pre>')
        ? part
        : part
            .replace(/[ \t\n]+/g, ' ')
            .replace(BLOCK, '$1')
            .replace(/<br \/> /g, '<br />'),
    )
    .join('');
}
