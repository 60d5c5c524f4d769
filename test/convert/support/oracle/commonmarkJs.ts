import { HtmlRenderer, Parser } from 'commonmark';

/** Prints an image's description as mdast holds it: plain text, without the tags and breaks in it. */
class PlainAltRenderer extends HtmlRenderer {
  override html_inline(node: { readonly literal: string }): void {
    if (this.disableTags === 0) super.html_inline(node);
  }

  override linebreak(): void {
    if (this.disableTags === 0) super.linebreak();
  }
}

const parser = new Parser();
const renderer = new PlainAltRenderer();

/** First judge: HTML by commonmark.js, the reference parser of CommonMark 0.31.2, without any extension. */
export function commonmarkJsHtml(markdown: string): string {
  return renderer.render(parser.parse(markdown));
}
