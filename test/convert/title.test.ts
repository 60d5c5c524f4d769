import assert from 'node:assert/strict';
import { documentTitle, statedTitle } from '../../server/src/convert/title.js';

suite('documentTitle', () => {
  for (const [name, markdown, title] of [
    ['front matter', '---\ntitle: " Front "\n---\n# Heading\n', 'Front'],
    ['a number in front matter', '---\ntitle: 2024\n---\n', '2024'],
    [
      'the first level-one heading',
      'Text\n\n## Two\n\n# One *and* `two` ![three](x) :tada:\n\n# Four\n',
      'One and two three :tada:',
    ],
    ['an underlined heading', 'One\ntwo\n===\n', 'One two'],
    ['a heading after code with a hash', '```\n# no\n```\n\n# Yes\n', 'Yes'],
    ['a heading in CR LF', '# A\r\n\r\nb\r\n', 'A'],
    ['the file, when front matter has no title', '---\ntitle:\n---\ntext\n', 'name'],
    ['the file, when front matter is broken', '---\ntitle: [\n---\ntext\n', 'name'],
    ['the file, when a heading is empty', '#\n\ntext\n', 'name'],
    ['the file, when a heading is code', '    # a\n', 'name'],
    ['the file, when nothing is there', '', 'name'],
    ['the file, when the text cannot be read', `${'>'.repeat(5000)}\n# a\n`, 'name'],
  ] as const) {
    test(`is that of ${name}`, () => {
      assert.equal(documentTitle(markdown, 'docs/name.md'), title);
      assert.equal(statedTitle(markdown), title === 'name' ? undefined : title);
    });
  }

  test('a file without an ending keeps its name', () => {
    assert.equal(documentTitle('', 'README'), 'README');
  });
});
