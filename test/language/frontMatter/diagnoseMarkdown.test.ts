import assert from 'node:assert/strict';
import type { Profile } from '../../../server/src/config/Configuration.js';
import { FolderIndex } from '../../../server/src/language/FolderIndex.js';
import { createLanguageService } from '../../../server/src/language/LanguageService.js';
import { showFindings } from '../../support/showFinding.js';

const service = createLanguageService({ clock: { now: () => 0 } });

function check(frontMatter: string, profile: Profile = 'docbridge', index?: FolderIndex): string[] {
  const text = `---\n${frontMatter}\n---\n\n# Body\n`;
  return checkText(text, profile, index);
}

function checkText(text: string, profile: Profile = 'docbridge', index?: FolderIndex): string[] {
  const document = { uri: 'file:///a.md', path: 'a.md', text, kind: 'markdown' } as const;
  const context = index === undefined ? { profile } : { profile, index };
  return showFindings(text, service.diagnose(document, context));
}

suite('front matter', () => {
  test('nothing to say about a right one, or none', () => {
    assert.deepEqual(
      check(
        [
          'title: Opening hours # for guests',
          'description: >-',
          '  Two lines: folded',
          '  into one.',
          'slug: opening-hours',
          'tags: [shop, "hours"]',
          'icon: 🕘',
          'order: 3',
          'draft: false',
          'created: 2024-05-01T10:00:00Z',
          'aliases:',
          '  - /old/hours',
          'docbridge: { id: d1, source: ondoki }',
          'author: Ann',
          'layout: page',
        ].join('\n'),
      ),
      [],
    );
    assert.deepEqual(checkText('# Just text\n'), []);
    assert.deepEqual(checkText(''), []);
    assert.deepEqual(checkText('---\n---\ntext'), []);
    assert.deepEqual(check('tags:\ndescription:'), []);
  });

  test('invalid YAML is at its place', () => {
    const found = check('title: a\ntags: [one, two\nslug: b');
    assert.equal(found.length, 1);
    assert.match(found[0]!, /^error front-matter-yaml [23]:/);
    assert.match(check('title: a: b')[0]!, /^error front-matter-yaml 1:/);
    assert.deepEqual(check('title: x\ntitle: y'), ['error front-matter-duplicate-key 2:0 |title|']);
    assert.deepEqual(check('title: x\n__proto__: y'), ['error front-matter-forbidden-key 2:0 |__proto__|']);
  });

  test('a front matter that is no map', () => {
    assert.deepEqual(check('- a\n- b'), ['error front-matter-not-a-map 1:0 |- a|']);
  });

  test('TOML is carried and not read', () => {
    assert.deepEqual(checkText('+++\ntitle = "a"\n+++\n'), ['information front-matter-not-yaml 0:0 |+++|']);
  });

  test('what would harm the YAML parser is not given to it', () => {
    assert.deepEqual(
      check('['.repeat(2000)).map((line) => line.split(' ')[1]),
      ['front-matter-limits'],
    );
    const levels = Array.from({ length: 20 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`);
    assert.deepEqual(
      check(['a0: &a0 [x, x]', ...levels].join('\n')).map((line) => line.split(' ')[1]),
      ['front-matter-limits'],
    );
    assert.deepEqual(check('a: *nowhere'), ['error front-matter-yaml 1:3 |*nowhere|']);
    assert.deepEqual(check('a: &a [*a]'), ['error front-matter-yaml 1:7 |*a|']);
  });

  test('not closed, not first', () => {
    assert.deepEqual(checkText('---\ntitle: a\n\n# Text\n'), ['error front-matter-unterminated 0:0 |---|']);
    assert.deepEqual(checkText('\n\n---\ntitle: a\ntags: [b]\n---\n\ntext'), [
      'warning front-matter-not-first 2:0 |---|',
    ]);
  });

  test('rules and headings in the text are no front matter', () => {
    assert.deepEqual(checkText('---\n\nA rule opens this page.\n'), []);
    assert.deepEqual(checkText('\n---\n\nA rule: and more text.\n\n---\n'), []);
    assert.deepEqual(checkText('# Title\n\n---\ntitle: a\n---\n'), []);
  });

  test('wrong types are at the exact value', () => {
    assert.deepEqual(check('order: "3"'), ['error front-matter-type 1:7 |"3"|']);
    assert.deepEqual(check('title: 2024'), ['error front-matter-type 1:7 |2024|']);
    assert.deepEqual(check('draft: yes please'), ['error front-matter-type 1:7 |yes please|']);
    assert.deepEqual(check('tags: shop'), ['error tags-not-a-list 1:6 |shop|']);
    assert.deepEqual(check('tags:\n  - a\n  - 7'), ['error front-matter-type 3:4 |7|']);
    assert.deepEqual(check('created: yesterday'), ['error front-matter-type 1:9 |yesterday|']);
    assert.deepEqual(check('title: a\ndocbridge:\n  source: ondoki'), [
      'error front-matter-type 2:0 |docbridge|',
    ]);
    assert.deepEqual(check('title: a\ndocbridge:\n  id: 12'), ['error front-matter-type 3:6 |12|']);
    assert.deepEqual(check('title: a\ndocbridge: d1'), ['error front-matter-type 2:11 |d1|']);
  });

  test('a slip of the pen', () => {
    assert.deepEqual(check('Titel: a\nsulg: b'), [
      'warning front-matter-unknown-key 1:0 |Titel|',
      'warning front-matter-unknown-key 2:0 |sulg|',
    ]);
    assert.deepEqual(check('"desciption": b'), ['warning front-matter-unknown-key 1:0 |"desciption"|']);
  });

  test('titles', () => {
    assert.deepEqual(check('title:'), ['warning title-empty 1:0 |title|']);
    assert.deepEqual(check('title: "  "'), ['warning title-empty 1:7 |"  "|']);
    assert.deepEqual(
      check(`title: ${'a'.repeat(101)}`).map((line) => line.slice(0, 26)),
      ['information title-long 1:7'],
    );
    assert.deepEqual(check(`title: ${'a'.repeat(100)}`), []);
  });

  test('a missing title counts in files that we made alone', () => {
    assert.deepEqual(check('slug: a'), []);
    assert.deepEqual(check('slug: a\ndocbridge:\n  id: d1'), ['warning title-missing 2:0 |docbridge|']);
  });

  test('slugs', () => {
    for (const slug of ['opening-hours', '/guide/start', 'über-uns', 'v1.2_x~y', '/']) {
      assert.deepEqual(check(`slug: ${slug}`), [], slug);
    }
    for (const slug of ['opening hours', 'a?b', 'a//b', 'c#']) {
      assert.deepEqual(check(`slug: ${slug}`), [`warning slug-charset 1:6 |${slug}|`]);
    }
  });

  test('what another document claims too', () => {
    const index = new FolderIndex();
    index.set('a.md', { id: 'd1', slug: 'x' });
    assert.deepEqual(check('title: t\nslug: x\ndocbridge: { id: d1 }', 'docbridge', index), []);
    index.set('b.md', { id: 'd1', slug: 'X' });
    index.set('other/c.md', { slug: 'x' });
    assert.deepEqual(check('title: t\nslug: x\ndocbridge: { id: d1 }', 'docbridge', index), [
      'warning slug-duplicate 2:6 |x|',
      'error docbridge-id-duplicate 3:17 |d1|',
    ]);
    index.delete('b.md');
    assert.deepEqual(check('title: t\nslug: x\ndocbridge: { id: d1 }', 'docbridge', index), []);
  });

  test('profiles rename keys', () => {
    assert.deepEqual(check('sidebar_position: first', 'docusaurus'), [
      'error front-matter-type 1:18 |first|',
    ]);
    assert.deepEqual(check('sidebar_postion: 1', 'docusaurus'), [
      'warning front-matter-unknown-key 1:0 |sidebar_postion|',
    ]);
    assert.deepEqual(check('sidebar:\n  order: first', 'starlight'), ['error front-matter-type 2:9 |first|']);
    assert.deepEqual(check('weight: "1"\ndate: 2024-05-01', 'hugo'), ['error front-matter-type 1:8 |"1"|']);
    assert.deepEqual(check('order: first', 'hugo'), []);
    assert.deepEqual(check('params:\n  docbridge:\n    id: 7\ntitle: A', 'hugo'), [
      'error front-matter-type 3:8 |7|',
    ]);
    assert.deepEqual(check('hidden: later', 'gitbook'), ['error front-matter-type 1:8 |later|']);
  });

  test('GitBook alone wants quotes around a description with ":" or "#"', () => {
    assert.deepEqual(check('description: C# for beginners', 'gitbook'), [
      'hint description-unquoted 1:13 |C# for beginners|',
    ]);
    assert.deepEqual(check('description: C# for beginners'), []);
    assert.deepEqual(check('description: "C# for beginners"', 'gitbook'), []);
    assert.deepEqual(check('description: >-\n  C#: for beginners', 'gitbook'), []);
    assert.deepEqual(check('description: plain words', 'gitbook'), []);
  });

  test('CRLF and characters beyond 16 bits count as LSP counts them', () => {
    const text = '---\r\nicon: 😀\r\ntitle: 7 # 😀\r\n---\r\n';
    assert.deepEqual(checkText(text), ['error front-matter-type 2:7 |7|']);
    const flow = '---\n{ icon: 😀😀, title: 7 }\n---\n';
    assert.deepEqual(checkText(flow), ['error front-matter-type 1:21 |7|']);
  });

  test('anchors and merges are followed', () => {
    assert.deepEqual(check('base: &b { id: 7 }\ntitle: t\ndocbridge: *b'), [
      'error front-matter-type 1:15 |7|',
    ]);
  });
});
