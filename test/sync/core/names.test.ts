import assert from 'node:assert/strict';
import fc from 'fast-check';
import { safePathProblem } from '../../../server/src/git/core/safePath.js';
import { collisionKey, fileNameOf, joinPath } from '../../../server/src/sync/core/names.js';

suite('names', () => {
  const cases: readonly (readonly [title: string, name: string])[] = [
    ['Getting started', 'Getting started'],
    ['C# notes', 'C- notes'],
    ['a/b\\c', 'a-b-c'],
    ['What? "Yes": <no> | *', 'What- -Yes- -no'],
    ['../../etc/passwd', 'etc-passwd'],
    ['.git', 'git'],
    ['git~1', 'git~1_'],
    ['CON', 'CON_'],
    ['con.md', 'con.md_'],
    ['aux', 'aux_'],
    ['trailing. . ', 'trailing'],
    ['', 'Untitled'],
    ['...', 'Untitled'],
    ['日本語のページ', '日本語のページ'],
    ['e\u0301tude', '\u00e9tude'],
    ['tab\tand\nline', 'tab-and-line'],
    ['zero\u200bwidth', 'zero-width'],
  ];
  for (const [title, name] of cases) {
    test(`${JSON.stringify(title)} is called ${name}`, () => assert.equal(fileNameOf(title), name));
  }

  test('a long title is cut to 80 bytes without breaking a character', () => {
    const name = fileNameOf('ü'.repeat(200));
    assert.equal(name, 'ü'.repeat(40));
  });

  test('every title gives a safe name, and naming it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (title) => {
        const name = fileNameOf(title);
        assert.equal(safePathProblem(`${name}.md`), undefined, name);
        assert.equal(safePathProblem(joinPath(name, 'x.md')), undefined, name);
        assert.equal(fileNameOf(name), name);
      }),
      { numRuns: 500 },
    );
  });

  test('the collision key folds case and Unicode form', () => {
    assert.equal(collisionKey('\u00c9tude.md'), collisionKey('e\u0301tude.MD'));
    assert.notEqual(collisionKey('a.md'), collisionKey('b.md'));
  });
});
