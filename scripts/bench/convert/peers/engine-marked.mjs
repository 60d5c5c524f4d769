import { Marked } from 'marked';

export function create() {
  const marked = new Marked({ gfm: true });
  return { parse: (text) => marked.lexer(text) };
}
