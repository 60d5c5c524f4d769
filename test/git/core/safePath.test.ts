import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import fc from 'fast-check';

import { safePathProblem } from '../../../server/src/git/core/safePath.js';

suite('safePathProblem', () => {
  test('takes ordinary paths', () => {
    const paths = [
      'a.md',
      'docs/Über uns/über.md',
      '.gitignore',
      '.github/x.yml',
      '日本/語.md',
      '😀.md',
      'con-tent/a',
    ];
    for (const path of [
      ...paths,
      'console.md',
      'gitter',
      '.git-notes',
      'a b.md',
      'com10',
      'git~x',
      '.meta/meta.json',
    ]) {
      assert.equal(safePathProblem(path), undefined, path);
    }
  });

  test('refuses what some system cannot hold or what stands for something else', () => {
    const names = [
      '',
      '.',
      '..',
      '.git',
      '.GIT',
      'git~1',
      'GIT~10',
      '.git ',
      '.git.',
      'CON',
      'aux.md',
      'Com1.txt',
    ];
    const more = [
      'lpt¹',
      'conin$',
      'CONOUT$.txt',
      'nul',
      'a.',
      'a ',
      'a:b',
      'C:a',
      '.git::$INDEX_ALLOCATION',
    ];
    const characters = [
      'a\\b',
      '..\\x',
      'a<b',
      'a>b',
      'a"b',
      'a|b',
      'a?b',
      'a*b',
      'a\nb',
      'a\u0000b',
      'a\u007Fb',
      'a\u0085b',
    ];
    const hidden = [
      '.g\u200Cit',
      '\u202Ea',
      'a\u2066',
      '\uFEFFa',
      'e\u0301',
      '\uD800',
      'n'.repeat(201),
      'ü'.repeat(101),
    ];
    for (const name of [...names, ...more, ...characters, ...hidden]) {
      for (const path of [name, `a/${name}`, `${name}/b`]) {
        assert.notEqual(safePathProblem(path), undefined, JSON.stringify(path));
      }
    }
    for (const path of [
      '/a',
      'a/',
      'a//b',
      '/',
      'a/'.repeat(32) + 'a',
      Array(8).fill('n'.repeat(150)).join('/'),
    ]) {
      assert.notEqual(safePathProblem(path), undefined, path.slice(0, 20));
    }
  });

  test('a path is safe exactly when all its parts are (within the limits)', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('.git', 'a', '..', 'con', 'b.md'),
    );
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
        const whole = safePathProblem(names.join('/')) === undefined;
        const parts = names.join('/').split('/');
        assert.equal(
          whole,
          parts.every((part) => safePathProblem(part) === undefined),
        );
      }),
    );
  });

  test('a safe path stays inside its root on every system, and is its own normal form', () => {
    const path = fc
      .array(fc.string({ unit: 'binary', maxLength: 5 }), { maxLength: 4 })
      .map((names) => names.join('/'));
    fc.assert(
      fc.property(fc.oneof(path, fc.webPath()), (text) => {
        fc.pre(safePathProblem(text) === undefined);
        assert.equal(posix.join('/root', text), `/root/${text}`);
        assert.equal(win32.join('C:\\root', text), `C:\\root\\${text.replaceAll('/', '\\')}`);
        assert.equal(text.normalize('NFC'), text);
      }),
    );
  });
});
