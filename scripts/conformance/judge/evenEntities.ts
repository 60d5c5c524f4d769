import { HtmlRenderer, Parser } from 'commonmark';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const known = new Map<string, string>();

/** `& < > "` as entities. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** Entities decoded, then `& < > "` as entities again; what only looks like an entity is text. */
export function evenEntities(text: string): string {
  return evenParts(text)
    .map(({ text: even }) => even)
    .join('');
}

/** The same in parts, so that what an entity stands for can be told from what is written. */
export function evenParts(text: string): readonly { readonly text: string; readonly isEntity: boolean }[] {
  return text
    .split(/(&(?:#[xX][0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});)/)
    .map((part, index) =>
      index % 2 === 0
        ? { text: escapeHtml(part), isEntity: false }
        : { text: evenEntity(part), isEntity: true },
    )
    .filter((part) => part.text !== '');
}

/** CommonMark has the same entities as HTML, so its reference parser knows what each stands for. */
function evenEntity(entity: string): string {
  const before = known.get(entity);
  if (before !== undefined) return before;
  const html = new HtmlRenderer().render(new Parser().parse(`a${entity}a`));
  const even = html.slice('<p>a'.length, -'a</p>\n'.length);
  known.set(entity, even);
  return even;
}
