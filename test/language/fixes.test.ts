import assert from 'node:assert/strict';
import { FolderIndex } from '../../server/src/language/FolderIndex.js';
import { createLanguageService, type LanguageContext } from '../../server/src/language/LanguageService.js';
import { LineMap } from '../../server/src/language/text/LineMap.js';

const service = createLanguageService({ clock: { now: () => 0 } });

/** Applies the first fix of the first finding; the title and the new text. */
function fix(text: string, context: LanguageContext = {}): readonly [string, string] {
  const document = { uri: 'file:///a.md', path: 'a.md', text, kind: 'markdown' } as const;
  const [finding] = service.diagnose(document, context);
  assert.ok(finding?.fixable);
  const [first] = service.fixes(document, context, finding);
  assert.ok(first);
  const lines = new LineMap(text);
  const [edit, ...more] = first.edits;
  assert.ok(edit && more.length === 0);
  const fixed =
    text.slice(0, lines.offset(edit.range.start)) + edit.newText + text.slice(lines.offset(edit.range.end));
  assert.deepEqual(service.diagnose({ ...document, text: fixed }, context), []);
  return [first.title, fixed];
}

suite('quick fixes', () => {
  test('change a key to the known one', () => {
    assert.deepEqual(fix('---\n"titel": a # b\n---\n'), ['Change to "title"', '---\ntitle: a # b\n---\n']);
  });

  test('put a value in quotes', () => {
    assert.deepEqual(fix('---\ntitle: 2024\n---\n'), ['Put in quotes', '---\ntitle: "2024"\n---\n']);
    assert.deepEqual(fix('---\ndescription: A "b" # c\n---\n', { profile: 'gitbook' }), [
      'Put in quotes',
      '---\ndescription: "A \\"b\\"" # c\n---\n',
    ]);
  });

  test('make a list of one value', () => {
    assert.deepEqual(fix('---\ntags: shop\n---\n'), ['Make it a list', '---\ntags: [shop]\n---\n']);
  });

  for (const [value, list] of [
    ['shop, "till"', '[shop, "till"]'],
    ["'it''s, so'", "['it''s, so']"],
    ['a]b', '["a]b"]'],
    ['see {this}\n  and that', '["see {this} and that"]'],
    ['2024', '["2024"]'],
    ['|\n  shop\n  "till"', '["shop", "\\"till\\""]'],
    ['>-\n  shop\n\n  till', '["shop", "till"]'],
  ] as const) {
    test(`make a list of ${JSON.stringify(value)} that YAML can read`, () => {
      const [, fixed] = fix(`---\ntags: ${value}\ntitle: a\n---\n`);
      assert.equal(fixed, `---\ntags: ${list}\ntitle: a\n---\n`);
    });
  }

  test('move the front matter to the first line', () => {
    assert.deepEqual(fix('\n\n---\ntitle: a\n---\n'), ['Move to the first line', '---\ntitle: a\n---\n']);
  });

  test('make a copy a document of its own', () => {
    const index = new FolderIndex();
    index.set('b.md', { id: 'd1' });
    for (const block of ['docbridge:\n  # ours\n  id: d1\n', 'docbridge: { id: d1 }\n']) {
      assert.deepEqual(fix(`---\ntitle: a\n${block}tags: [x]\n---\nBody\n`, { index }), [
        'Make this a new document',
        '---\ntitle: a\ntags: [x]\n---\nBody\n',
      ]);
    }
  });

  test('what has no edit says so', () => {
    const text = '---\ntags: { a: b }\n---\n';
    const document = { uri: 'file:///a.md', path: 'a.md', text, kind: 'markdown' } as const;
    const [finding] = service.diagnose(document, {});
    assert.equal(finding?.code, 'tags-not-a-list');
    assert.equal(finding.fixable, false);
    assert.deepEqual(service.fixes(document, {}, finding), []);
  });
});
