import assert from 'node:assert/strict';
import { statedTitle } from '../../server/src/convert/title.js';

suite('statedTitle', () => {
  for (const [name, markdown, title] of [
    ['front matter', '---\ntitle: " Front "\n---\n# Heading\n', 'Front'],
    ['a number in front matter', '---\ntitle: 2024\n---\n', '2024'],
    [
      'the first level-one heading',
      'Text\n\n## Two\n\n# One *and* `two` ![three](x) :tada:\n\n# Four\n',
      'One and two three :tada:',
    ],
    ['a heading without its HTML and footnotes', '# a <b>b</b> c[^d]\n\n[^d]: e\n', 'a b c'],
    ['a heading with a link that is defined below', '# a [b]\n\n[b]: c\n', 'a b'],
    ['a heading with a hard break', 'a\\\nb\n===\n', 'a b'],
    ['an underlined heading', 'One\ntwo\n===\n', 'One two'],
    ['a heading after code with a hash', '```\n# no\n```\n\n# Yes\n', 'Yes'],
    ['a heading in CR LF', '# A\r\n\r\nb\r\n', 'A'],
    ['none, when front matter has no title', '---\ntitle:\n---\ntext\n', undefined],
    ['none, when front matter is broken', '---\ntitle: [\n---\ntext\n', undefined],
    ['none, when a heading is empty', '#\n\ntext\n', undefined],
    ['none, when a heading is code', '    # a\n', undefined],
    ['none, when nothing is there', '', undefined],
    ['none, when the text cannot be read', `${'>'.repeat(5000)}\n# a\n`, undefined],
  ] as const) {
    test(`is ${name}`, () => {
      assert.equal(statedTitle(markdown), title);
    });
  }
});
