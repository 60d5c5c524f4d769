import { REFERENCE, escapeAt, isText, type Line } from './Line.js';

/** Escapes text that GitBook or MDX would take for a tag or an expression. */
export function flavourEscapes(line: Line): void {
  const { text, syntax } = line;
  if (!syntax.gitbook && !syntax.mdx) return;
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at + 1)) {
    if (isText(line, at) && (syntax.mdx || text.charAt(at + 1) === '%')) escapeAt(line, at);
  }
  if (!syntax.mdx) return;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    if (isText(line, at) && !/[ \t\n]/.test(text.charAt(at + 1))) escapeAt(line, at);
  }
  if (opensModule(line, text) && isText(line, 0)) line.marks[0] = REFERENCE;
}

/** Whether a line would be imports or exports of MDX, which no backslash prevents. */
export function opensModule({ syntax, where }: Pick<Line, 'syntax' | 'where'>, text: string): boolean {
  return syntax.mdx && where === 'paragraph' && /^(?:im|ex)port /.test(text);
}
