import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FolderIndex } from '../../server/src/language/FolderIndex.js';
import { createLanguageService, type DocumentKind } from '../../server/src/language/LanguageService.js';
import { LineMap, type Position } from '../../server/src/language/text/LineMap.js';

const service = createLanguageService({ clock: { now: () => Date.UTC(2025, 0, 1) } });
const kinds: readonly DocumentKind[] = ['markdown', 'meta', 'app', 'configuration'];

const pieces = fc.constantFrom(
  ...[
    '---\n',
    'title: ',
    'tags:',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    ':',
    ',',
    '\n',
    '\r\n',
    '  ',
    '&a ',
    '*a',
    '😀',
  ],
  ...[
    'docbridge: ',
    'id: x',
    'null',
    '7',
    '"app"',
    '"appV2"',
    '{"a":1}',
    '\\',
    '\u0000',
    '\ud800',
    '|',
    '>',
    '?',
    '#',
  ],
);
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 60 }).map((parts) => `---\n${parts.join('')}\n---\n`),
  fc.json().map((json) => `{"app":[{"definition":{"appV2":${json}}}],"tooljet_version":${json}}`),
  fc.json(),
);

/** Aliases that lead nowhere, to themselves, or to very much. */
const yamlTraps = [
  'a: *nowhere',
  'a: &a [*a]',
  'a: &a { b: *a }',
  'docbridge: &a { id: *a }',
  `a0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`).join('\n')}`,
];

suite('LanguageService', () => {
  test('never throws, and every range lies inside the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), texts, (kind, text) => {
        const index = new FolderIndex();
        index.set('b.md', { id: 'x', slug: 'x' });
        const findings = service.diagnose(
          { uri: 'file:///a', path: 'a.md', text, kind },
          { index, appFiles: ['A/v1.json'] },
        );
        const lines = new LineMap(text);
        const inside = (at: Position): boolean => {
          const back = lines.position(lines.offset(at));
          return back.line === at.line && back.character === at.character;
        };
        for (const { range, message } of findings) {
          assert.ok(inside(range.start) && inside(range.end), JSON.stringify(range));
          assert.ok(lines.offset(range.start) <= lines.offset(range.end));
          assert.ok(message.length > 0);
        }
        for (const finding of findings)
          service.fixes({ uri: 'file:///a', path: 'a.md', text, kind }, {}, finding);
      }),
      { numRuns: 600, examples: yamlTraps.map((yaml) => ['markdown', `---\n${yaml}\n---\n`]) },
    );
  });

  test('findings come in order of position', () => {
    const text = '---\nslug: a b\ntitle: 7\nsulg: x\n---\n';
    const findings = service.diagnose({ uri: 'u', path: 'a.md', text, kind: 'markdown' }, {});
    assert.deepEqual(
      findings.map(({ range }) => range.start.line),
      [1, 2, 3],
    );
  });

  test('says nothing once it is cancelled', () => {
    const abort = new AbortController();
    abort.abort();
    const document = { uri: 'u', path: 'a.md', text: '---\ntitle: 7\n---\n', kind: 'markdown' } as const;
    assert.deepEqual(service.diagnose(document, {}, abort.signal), []);
  });

  test('reads what a document claims for itself', () => {
    assert.deepEqual(service.identify('---\nslug: s\ndocbridge: { id: d1 }\n---\n'), { id: 'd1', slug: 's' });
    assert.deepEqual(service.identify('# Text'), {});
    assert.deepEqual(service.identify('---\ntitle: [\n---\n'), {});
  });
});
