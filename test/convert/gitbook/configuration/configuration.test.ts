import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GitbookConfiguration } from '../../../../server/src/convert/gitbook/configuration/GitbookConfiguration.js';
import { readConfiguration } from '../../../../server/src/convert/gitbook/configuration/readConfiguration.js';
import { writeConfiguration } from '../../../../server/src/convert/gitbook/configuration/writeConfiguration.js';

const FILE = `# The site
root: ./docs/ # below here

structure:
  readme: "./start/README.md"
  summary: 'SUMMARY.md'
  other: 1

redirects:
  old/path: new/page.md # moved
  ./b/: x.md#part
unknown: [a]
`;

const problems = (text: string): readonly string[] =>
  readConfiguration(text).problems.map(
    ({ code, start, end }) => `${code} ${JSON.stringify(text.slice(start, end))}`,
  );

function write(text: string | undefined, wanted: Partial<GitbookConfiguration>): string {
  const written = writeConfiguration(text, wanted);
  assert.deepEqual(written.problems, []);
  return written.text;
}

suite('readConfiguration', () => {
  test('reads root, first page, table of contents and redirects', () => {
    assert.deepEqual(readConfiguration(FILE).configuration, {
      root: 'docs',
      readme: 'start/README.md',
      summary: 'SUMMARY.md',
      redirects: new Map([
        ['old/path', 'new/page.md'],
        ['b', 'x.md#part'],
      ]),
    });
    assert.deepEqual(problems(FILE), [
      'gitbook-yaml-unknown-key "unknown"',
      'gitbook-yaml-unknown-key "other"',
    ]);
  });

  test('has defaults for what is not set', () => {
    const usual = { root: '', readme: 'README.md', summary: 'SUMMARY.md', redirects: new Map() };
    for (const text of [
      '',
      '\ufeff',
      '# nothing\n',
      'root:\nstructure:\nredirects:\n',
      'root: ./',
      'root: ""',
      'root: .\r\n',
      '---\nroot: ./\n',
    ]) {
      assert.deepEqual(readConfiguration(text).configuration, usual);
      assert.deepEqual(problems(text), []);
    }
  });

  test('says what is wrong, and where, and takes the default for it', () => {
    const wrong = [
      ['root: 1', 'gitbook-yaml-wrong-type "root"'],
      ['root: /docs', 'gitbook-yaml-absolute-path "root"'],
      ['root: ../docs', 'gitbook-yaml-outside-root "root"'],
      ['root: a\\b', 'gitbook-yaml-unsafe-path "root"'],
      ['structure: x', 'gitbook-yaml-wrong-type "structure"'],
      ['structure:\r\n  summary: C:/x.md', 'gitbook-yaml-absolute-path "summary"'],
      ['\ufeffstructure:\n  readme: docs/', 'gitbook-yaml-no-file "readme"'],
      ['structure: { readme: [a] }', 'gitbook-yaml-wrong-type "readme"'],
      ['redirects: [a]', 'gitbook-yaml-wrong-type "redirects"'],
      ['redirects:\n  /a: b.md', 'gitbook-yaml-absolute-path "/a"'],
      ['redirects:\n  a: ../b.md', 'gitbook-yaml-outside-root "a"'],
      ['redirects:\n  a: https://example.org/b', 'gitbook-yaml-absolute-path "a"'],
      ['redirects:\n  a: "#b"', 'gitbook-yaml-no-file "a"'],
      ['redirects:\n  a: { b: c }', 'gitbook-yaml-wrong-type "a"'],
    ] as const;
    for (const [text, problem] of wrong) {
      assert.deepEqual(problems(text), [problem]);
      assert.deepEqual(readConfiguration(text).configuration, readConfiguration('').configuration);
    }
    assert.deepEqual(problems('structure: &s { readme: 1 }\nx: *s\nredirects: *s\n'), [
      'gitbook-yaml-unknown-key "x"',
      'gitbook-yaml-wrong-type "readme"',
      `gitbook-yaml-wrong-type ${JSON.stringify('structure: &s { readme: 1 }\nx: *s\nredirects: *s\n')}`,
    ]);
    assert.match(readConfiguration('root: /docs').problems[0]?.message ?? '', /"\/docs" is absolute/);
  });

  test('ends with a problem on what is no YAML, too large, too deep or a trap', () => {
    const hostile = [
      'root: [',
      'a: b\n---\nc: d\n',
      '- a',
      'text',
      'root: a\nroot: b',
      '__proto__: a',
      'a: *b',
      `a: ${'['.repeat(5000)}`,
      'a: 1\n'.repeat(2000),
      'x'.repeat(100_000),
    ];
    for (const text of hostile) {
      const { configuration, problems: found, readable } = readConfiguration(text);
      assert.equal(readable, false);
      assert.deepEqual(configuration, readConfiguration('').configuration);
      assert.ok(found.length > 0);
      for (const { code, message, start, end } of found) {
        assert.match(code, /^gitbook-yaml-/);
        assert.doesNotMatch(message, /front matter/i);
        assert.ok(start >= 0 && start <= end && end <= text.length);
      }
    }
  });
});

suite('writeConfiguration', () => {
  test('writes a new file', () => {
    assert.equal(
      write(undefined, {
        root: 'docs',
        readme: 'a.md',
        summary: 'b/SUMMARY.md',
        redirects: new Map([['old', 'new page.md#x']]),
      }),
      'root: ./docs/\nstructure:\n  readme: a.md\n  summary: b/SUMMARY.md\nredirects:\n  old: "new page.md#x"\n',
    );
    assert.equal(write(undefined, { root: '', readme: 'README.md', redirects: new Map() }), '');
  });

  test('changes what differs and nothing else', () => {
    assert.equal(write(FILE, {}), FILE);
    assert.equal(write(FILE, readConfiguration(FILE).configuration), FILE);
    assert.equal(write(FILE, { root: '' }), FILE.replace('./docs/', './'));
    assert.equal(
      write(FILE, { readme: 'R.md', summary: 'S.md' }),
      FILE.replace('./start/README', 'R').replace('SUMMARY', 'S'),
    );
    const redirects = new Map([
      ['b', 'y.md'],
      ['c', 'z.md'],
    ]);
    assert.equal(
      write(FILE, { redirects }),
      FILE.replace('  old/path: new/page.md # moved\n', '').replace(': x.md#part\n', ': y.md\n  c: z.md\n'),
    );
  });

  test('keeps line ends, a byte order mark and a missing last line end', () => {
    assert.equal(write('\ufeffroot: ./a/\r\nx: 1', { root: 'b' }), '\ufeffroot: ./b/\r\nx: 1');
    assert.equal(write('x: 1', { root: 'b' }), 'x: 1\nroot: ./b/');
    assert.equal(write('x: 1\r\n', { readme: 'b.md' }), 'x: 1\r\nstructure:\r\n  readme: b.md\r\n');
  });

  test('takes the redirects away with the last one, unless some could not be read', () => {
    assert.equal(write('redirects:\n  a: b.md\nx: 1\n', { redirects: new Map() }), 'x: 1\n');
    assert.equal(
      write('redirects:\n  a: b.md\n  /c: d.md\n', { redirects: new Map() }),
      'redirects:\n  /c: d.md\n',
    );
  });

  test('leaves a file that it cannot read or write, and says so', () => {
    const refused = (text: string | undefined, wanted: Partial<GitbookConfiguration>): void => {
      const written = writeConfiguration(text, wanted);
      assert.equal(written.text, text ?? '');
      assert.deepEqual(
        written.problems.map(({ code, end }) => [code, end]),
        [['gitbook-yaml-not-writable', (text ?? '').length]],
      );
    };
    refused('root: [', { root: 'a' });
    refused('x: 1\n', { root: '../a' });
    refused('x: 1\n', { redirects: new Map([['a', '/b.md']]) });
    refused('x: 1\n', { readme: 'x'.repeat(100_000) });
    refused(undefined, { redirects: new Map([['__proto__', 'b.md']]) });
  });

  test('writes any settings so that they read back, and does not change them when they are written again', () => {
    const segment = fc.oneof(
      fc.constantFrom('a', 'b c', 'ü', ': ', '# x', '- y', '"', "'", 'yes', '1'),
      fc.string({ minLength: 1, maxLength: 5 }),
    );
    const path = fc
      .array(segment, { minLength: 1, maxLength: 3 })
      .map((segments) => segments.join('/'))
      .filter(
        (text) =>
          !/[\\?#\0-\x1f\x7f]|^[A-Za-z][A-Za-z\d+.-]*:|\/\/|^\/|\/$|(?:^|\/)\.{1,2}(?:\/|$)/.test(text),
      )
      .filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text));
    const settings = fc.record(
      {
        root: path,
        readme: path,
        summary: path,
        redirects: fc.array(fc.tuple(path, path), { maxLength: 4 }).map((pairs) => new Map(pairs)),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(undefined, FILE, FILE.replaceAll('\n', '\r\n')),
        settings,
        settings,
        (text, first, second) => {
          const once = write(text, first);
          const twice = write(once, second);
          const { configuration } = readConfiguration(twice);
          assert.deepEqual({ ...configuration, ...second }, configuration);
          assert.equal(write(twice, second), twice);
          if (text !== undefined) assert.match(twice, /# The site\r?\n/);
        },
      ),
      { numRuns: 200 },
    );
  });
});
