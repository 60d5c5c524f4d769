import MarkdownIt from 'markdown-it';

export function create() {
  const parser = new MarkdownIt({ html: true, linkify: true });
  return { parse: (text) => parser.parse(text, {}) };
}
