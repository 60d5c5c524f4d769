import assert from 'node:assert/strict';
import { tests as examples } from 'commonmark-spec';
import { parse } from '../../../server/src/convert/parse/parse.js';
import { canonicalHtml } from '../support/oracle/canonicalHtml.js';
import { commonmarkJsHtml } from '../support/oracle/commonmarkJs.js';
import { findCmarkGfm } from '../support/oracle/cmarkGfm.js';
import { renderHtml } from '../support/oracle/renderHtml.js';

/** CommonMark's examples that GFM reads otherwise: it links bare addresses. */
const LINKED_BY_GFM: ReadonlySet<number> = new Set([602, 608, 611, 612]);

function html(markdown: string): string {
  return canonicalHtml(renderHtml(parse(markdown), markdown));
}

suite('parser: CommonMark 0.31.2 examples', () => {
  for (const { markdown, html: expected, number, section } of examples) {
    if (LINKED_BY_GFM.has(number)) continue;
    test(`${section}, example ${number}`, () => {
      const source = markdown.replaceAll('→', '\t');
      const wanted = canonicalHtml(expected.replaceAll('→', '\t'));
      assert.equal(html(source), wanted);
      assert.equal(canonicalHtml(commonmarkJsHtml(source)), wanted, 'the first judge');
    });
  }
});

suite('parser: GFM as cmark-gfm prints it', () => {
  const pairs: readonly (readonly [name: string, markdown: string, html: string])[] = [
    [
      'task items',
      '- [ ] a\n- [x] b\n- c\n',
      '<ul><li><input disabled type="checkbox"> a</li><li><input checked disabled type="checkbox"> b</li>' +
        '<li>c</li></ul>',
    ],
    [
      'task items of a loose list',
      '1. [X] x\n\n   y\n',
      '<ol><li><input checked disabled type="checkbox"><p>x</p><p>y</p></li></ol>',
    ],
    ['an item that is only a box', '- [ ]\n', '<ul><li>[ ]</li></ul>'],
    [
      'a table',
      '| a | b |\n|:-:|--:|\n| c \\| d | `e\\|f` |\n| 1 |\n| 1 | 2 | 3 |\n',
      '<table><thead><tr><th align="center">a</th><th align="right">b</th></tr></thead><tbody><tr>' +
        '<td align="center">c | d</td><td align="right"><code>e|f</code></td></tr><tr><td align="center">1</td>' +
        '<td align="right"></td></tr><tr><td align="center">1</td><td align="right">2</td></tr></tbody></table>',
    ],
    ['a table without rows', '| a |\n|---|\n', '<table><thead><tr><th>a</th></tr></thead></table>'],
    ['strikethrough', '~~a~~ ~b~ ~~~c~~~\n', '<p><del>a</del> <del>b</del> ~~~c~~~</p>'],
    [
      'footnotes, numbered as they are called',
      'a[^2] b[^1] c[^2] d[^3]\n\n[^1]: one\n[^2]: two\n\n    - more\n[^4]: none\n',
      '<p>a<sup class="footnote-ref">1</sup> b<sup class="footnote-ref">2</sup> c<sup class="footnote-ref">1</sup> ' +
        'd[^3]</p><section class="footnotes" data-footnotes><ol><li><p>two</p><ul><li>more</li></ul></li><li>' +
        '<p>one</p></li></ol></section>',
    ],
    [
      'addresses',
      'www.x.org http://a.b/c?x=1&y) a@b.co\n',
      '<p><a href="http://www.x.org">www.x.org</a> <a href="http://a.b/c?x=1&amp;y">http://a.b/c?x=1&amp;y</a>) ' +
        '<a href="mailto:a@b.co">a@b.co</a></p>',
    ],
  ];
  const second = findCmarkGfm();
  for (const [name, markdown, expected] of pairs) {
    test(name, () => {
      assert.equal(html(markdown), expected);
      if (second !== undefined) assert.equal(canonicalHtml(second.gfm(markdown)), html(markdown));
    });
  }
});
