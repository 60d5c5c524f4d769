import { normalizeHtml } from '../../../../scripts/conformance/judge/normalizeHtml.js';

/**
 * HTML in the one form in which renderers are compared: the suite's normalisation, less the ids and links back of
 * footnotes, and less the white space in image descriptions (a break there is a space, a line feed or nothing).
 */
export function canonicalHtml(html: string): string {
  const plain = html
    .replace(
      /<sup class="footnote-ref"><a href="#fn-[^>]*>(\d+)<\/a><\/sup>/g,
      '<sup class="footnote-ref">$1</sup>',
    )
    .replace(/ ?<a href="#fnref-[^>]* class="footnote-backref"[^]*?<\/a>/g, '')
    .replace(/<li id="fn-[^>]*>/g, '<li>')
    .replace(/ alt="[^"]*"/g, (alt) => ` ${alt.replace(/[ \t\n]+/g, '')}`);
  return normalizeHtml(plain);
}
