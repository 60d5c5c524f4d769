/** The variant that each work's ratio is set against. */
export const YARDSTICKS: Readonly<Record<string, string>> = {
  'round trip': '@tiptap/markdown',
  parse: '@tiptap/markdown',
  serialise: '@tiptap/markdown',
  'edit to Markdown': 'full conversion',
  'edit to TipTap': 'full conversion',
  'engine: parse': 'commonmark.js',
  'engine: keystroke': 'commonmark.js',
};
