import assert from 'node:assert/strict';
import { isStyle } from '../../server/src/convert/attributes.js';
import { markdownToTiptap } from '../../server/src/convert/markdownToTiptap.js';
import type { TiptapDocument } from '../../server/src/convert/tiptap.js';
import { tiptapToMarkdown } from '../../server/src/convert/tiptapToMarkdown.js';
import { meaning } from './support/judge.js';

/** The document as a platform gives it back that drops how it was written. */
function withoutStyle(doc: TiptapDocument): TiptapDocument {
  return JSON.parse(
    JSON.stringify(doc, (key, value: unknown) => (isStyle(key) ? undefined : value)),
  ) as TiptapDocument;
}

const SOURCES = [
  '* a\n\n  b\n* c\n',
  '1) a\n   - b\n\n     > c\n2) d\n',
  '7. a\n8. b\n\n- c\n\n\n- d\n',
  '> a\nb\n> - c\n>\n> 1. d\n',
  '-\n\n  a\n',
  '- \n- a\n\n      code\n',
  '- # a\n- ```\n  b\n  ```\n- > c\n- - d\n',
  'a\n===\n\nb\n---\n\n# c #\n\n## `d` \\#\n',
  '***\n---\n___\n- ***\n',
  '    code\n\n     more\n\ntext\n',
  '~~~ a`b\nx\n~~~\n\n````\n```\n````\n',
  '*a*b **c**d _e_ __f__ ***g** h* **i *j***\n',
  '*a *b* c* **a **b** c** _*x*_ *_y_*\n',
  '**a**\\*b\\* 2 * 3 * 4 snake_case_ _x\n',
  '`` a`b `` ` c ` `  ` `d\ne`\n',
  '[a](b) [a](<b c> "d") [a](b\\)c) [a]() ![x *y*](z "t")\n',
  '[**a**](b)**c** [*a*b](c) ![[a](b)](c)\n',
  '[a][B] [b][] [b] [c]\n\n[B]: </x y> \'T "q"\'\n[b]: /other\n',
  '<https://e.com?a=b&c> <m@e.com> <notag\n',
  'a  \nb\\\nc\n\n# d\\\n',
  'a <b>c</b> <!-- d --> <?e?> &amp; &lt; &copy; &#35; &bogus;\n',
  '<div>\n*a*\n\n*b*\n</div>\n\n<x-y z="1">\n\nc\n',
  '\\# a\n\n\\- b\n\n1\\. c\n\n\\> d\n\n\\=\n\n\\`e\\`\n',
  '\u00a0a\u00a0\n\n&nbsp;b\n',
  'a\n\n\n\n   b\n\tc\n',
];

suite('what a text says', () => {
  for (const markdown of SOURCES) {
    test(`survives a platform that drops how it was written: ${JSON.stringify(markdown)}`, () => {
      const { doc } = markdownToTiptap(markdown).value;
      const { value } = tiptapToMarkdown({ doc: withoutStyle(doc) });
      assert.equal(meaning(value), meaning(markdown));
    });
  }
});
