import { Parser } from 'commonmark';

export function create() {
  const parser = new Parser();
  return { parse: (text) => parser.parse(text) };
}
