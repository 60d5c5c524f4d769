import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseConfiguration } from '../../server/src/config/parseConfiguration.js';
import { ConfigurationError } from '../../server/src/errors/usageErrors.js';

type Written = Record<string, unknown>;

const binding: Written = {
  name: 'handbook',
  platform: { kind: 'ondoki', url: 'https://docs.example.com', subject: 'p1' },
  repository: { url: 'https://github.com/acme/handbook.git', branch: 'main', directory: 'docs' },
};

function parse(...bindings: readonly Written[]) {
  return parseConfiguration(JSON.stringify({ bindings }, null, 2), 'docbridge.json');
}

function problemsOf(action: () => unknown): readonly string[] {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    assert.equal(error.category, 'usage');
    const problems = error.data['problems'];
    assert.ok(Array.isArray(problems));
    return problems.map(String);
  }
  assert.fail('it was accepted');
}

suite('parseConfiguration', () => {
  test('resolves every default', () => {
    const { bindings } = parse({
      ...binding,
      repository: { url: 'https://github.com/acme/handbook.git/' },
    });
    assert.deepEqual(bindings, [
      {
        name: 'handbook',
        platform: { kind: 'ondoki', url: 'https://docs.example.com', subject: 'p1' },
        repository: { url: 'https://github.com/acme/handbook.git', branch: 'main', directory: '' },
        direction: 'both',
        format: 'markdown',
        profile: 'docbridge',
        app: { fileName: '{version}' },
        enabled: true,
        autoSync: false,
        runBy: 'docbridge',
        include: [],
        exclude: [],
        private: false,
        drafts: false,
        onConflict: 'ask',
        deletions: {},
        commit: { message: 'docs: sync {count} documents', author: '{user}', mode: 'push' },
        base: 'local',
      },
    ]);
  });

  test('takes the ToolJet form for a ToolJet platform', () => {
    const [resolved] = parse({
      ...binding,
      platform: { kind: 'tooljet', url: 'https://apps.example.com/', subject: 'w1' },
    }).bindings;
    assert.equal(resolved?.format, 'tooljet');
    assert.equal(resolved.platform.url, 'https://apps.example.com');
  });

  test('keeps what is written', () => {
    const written = {
      ...binding,
      direction: 'export',
      format: 'mirror',
      profile: 'hugo',
      app: { fileName: '{app}' },
      enabled: false,
      autoSync: true,
      runBy: 'platform',
      include: ['a/**'],
      exclude: ['b/**'],
      private: true,
      drafts: true,
      onConflict: 'git',
      deletions: { toGit: 'keep', toPlatform: 'trash' },
      commit: { message: 'm', author: 'a <a@b.c>', mode: 'api' },
      base: 'repository',
    };
    assert.deepEqual(parse(written).bindings, [written]);
  });

  test('names every problem with its key and line', () => {
    const problems = problemsOf(() =>
      parseConfiguration(
        `{
  "bindings": [
    {
      "name": "a b",
      "platform": { "kind": "wiki", "url": 7 },
      "repository": {},
      "colour": "red"
    }
  ]
}`,
        'docbridge.json',
      ),
    );
    assert.deepEqual([...problems].sort(), [
      'bindings[0].colour (line 7): this key is not known',
      "bindings[0].name (line 4): must be letters and digits, with single '.', '_' or '-' between them",
      'bindings[0].platform.kind (line 5): must be one of embedded, ondoki, tooljet, gitbook, coregit, outline, docmost',
      'bindings[0].platform.subject (line 5): this key is missing',
      'bindings[0].platform.url (line 5): must be a text',
      'bindings[0].repository.url (line 6): this key is missing',
    ]);
  });

  for (const [text, expected] of [
    ['', /^it is empty$|value expected/u],
    ['{ "bindings": [] ', /^line 1: close brace expected$/u],
    ['{\n"bindings": [],\n}', /^line 3: (property name|value) expected$/u],
    ['// hello\n{ "bindings": [] }', /^line 1: /u],
    ['{ "bindings": [],\n "bindings": [] }', /^bindings \(line 2\): this key stands twice$/u],
    ['[]', /^the file \(line 1\): must be an object$/u],
    ['{}', /^bindings \(line 1\): this key is missing$/u],
  ] as const) {
    test(`refuses ${JSON.stringify(text)}`, () => {
      assert.match(problemsOf(() => parseConfiguration(text, 'f'))[0] ?? '', expected);
    });
  }

  test('ignores a byte order mark', () => {
    assert.deepEqual(parseConfiguration('\ufeff{"bindings":[]}', 'f').bindings, []);
  });

  for (const url of [
    'https://user@github.com/a/b.git',
    'https://user:s3cret@github.com/a/b.git',
    'https://:s3cret@github.com/a/b.git',
    'https://@github.com/a/b.git',
    'https://github.com/a/b.git?token=s3cret',
    'https:///a/b.git',
    'https://git hub.com/a',
    'https://github.com/a\nb',
    'https://github.com/a\rb',
    '-https://github.com/a/b',
    '--upload-pack=touch x',
    'ext::sh -c touch',
    'ext::sh',
    'file:///srv/git/a.git',
    'git://github.com/a/b.git',
    'ssh://git:s3cret@github.com/a/b.git',
    'ssh://-oProxyCommand=x/a',
    '/srv/git/a.git',
    'handbook',
  ]) {
    test(`refuses the repository URL ${JSON.stringify(url)} without repeating it`, () => {
      const problems = problemsOf(() => parse({ ...binding, repository: { url } }));
      assert.match(problems[0] ?? '', /^bindings\[0\]\.repository\.url \(line \d+\): must /u);
      assert.ok(!problems.join().includes('s3cret'));
    });
  }

  for (const url of [
    'ssh://git@github.com/a/b.git',
    'git@github.com:a/b.git',
    'http://127.0.0.1:8080/a.git',
  ]) {
    test(`takes the repository URL ${url}`, () => {
      assert.equal(parse({ ...binding, repository: { url } }).bindings[0]?.repository.url, url);
    });
  }

  for (const directory of [
    '../x',
    'a/../b',
    '/a',
    'a//b',
    'a/./b',
    '.git',
    'a/.GIT',
    'git~1',
    'a\\b',
    'CON',
    'a/nul.md',
    'a.',
    'a\u200bb',
    'C:x',
  ]) {
    test(`refuses the directory ${JSON.stringify(directory)}`, () => {
      const repository = { url: 'https://github.com/a/b', directory };
      const problems = problemsOf(() => parse({ ...binding, repository }));
      assert.match(problems[0] ?? '', /^bindings\[0\]\.repository\.directory/u);
    });
  }

  for (const [directory, expected] of [
    ['.', ''],
    ['./docs/', 'docs'],
    ['docs/en//', 'docs/en'],
    ['.docs', '.docs'],
  ] as const) {
    test(`reads the directory ${JSON.stringify(directory)} as ${JSON.stringify(expected)}`, () => {
      const repository = { url: 'https://github.com/a/b', directory };
      assert.equal(parse({ ...binding, repository }).bindings[0]?.repository.directory, expected);
    });
  }

  for (const branch of [
    'a..b',
    '-x',
    'a b',
    'a~1',
    'a^',
    'a:b',
    '/a',
    'a/',
    'a.lock',
    'a/.b',
    '@',
    'a@{b',
    'a\\b',
    'a.',
  ]) {
    test(`refuses the branch ${JSON.stringify(branch)}`, () => {
      const repository = { url: 'https://github.com/a/b', branch };
      const problems = problemsOf(() => parse({ ...binding, repository }));
      assert.match(problems[0] ?? '', /^bindings\[0\]\.repository\.branch/u);
    });
  }

  test('refuses two names that would share credentials', () => {
    const repository = (directory: string) => ({ url: 'https://github.com/a/b', directory });
    assert.match(
      problemsOf(() =>
        parse({ ...binding, repository: repository('x') }, { ...binding, repository: repository('y') }),
      )[0] ?? '',
      /^bindings\[1\]\.name .*stands twice$/u,
    );
    assert.match(
      problemsOf(() =>
        parse(
          { ...binding, name: 'a-b', repository: repository('x') },
          { ...binding, name: 'A_b', repository: repository('y') },
        ),
      )[0] ?? '',
      /^bindings\[1\]\.name .*too close to "a-b"$/u,
    );
  });

  suite('two bindings on the same files', () => {
    const at = (
      name: string,
      directory: string,
      more: Written = {},
      url = 'https://github.com/acme/docs.git',
    ) => ({
      ...binding,
      name,
      repository: { url, branch: 'main', directory },
      ...more,
    });
    const apps = { platform: { kind: 'tooljet', url: 'https://t.example.com', subject: 'w' } };

    test('are refused when both export', () => {
      for (const second of [
        at('b', 'docs'),
        at('b', 'docs/en'),
        at('b', ''),
        at('b', 'docs', {}, 'https://GITHUB.com/acme/docs'),
        at('b', 'docs', {}, 'git@github.com:acme/docs.git'),
      ]) {
        assert.match(
          problemsOf(() => parse(at('a', 'docs'), second))[0] ?? '',
          /^bindings\[1\]\.repository .*same files as "a"/u,
        );
      }
    });

    test('are taken when one imports, is off, has another branch or kind, or leaves the other out', () => {
      for (const second of [
        at('b', 'docs', { direction: 'import' }),
        at('b', 'docs', { enabled: false }),
        at('b', 'docs', {
          repository: { url: 'https://github.com/acme/docs.git', branch: 'next', directory: 'docs' },
        }),
        at('b', 'documents'),
        at('b', '', apps),
        at('b', '', { exclude: ['docs/**'] }),
      ]) {
        assert.equal(parse(at('a', 'docs'), second).bindings.length, 2);
      }
    });
  });

  test('answers any JSON with a configuration or a ConfigurationError', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        try {
          parseConfiguration(text, 'f');
        } catch (error) {
          assert.ok(error instanceof ConfigurationError);
        }
      }),
    );
  });

  test('reads its own result as the same configuration', () => {
    const words = fc.stringMatching(/^[a-z]{1,8}$/u);
    const written = fc.record(
      {
        name: fc.constant('x'),
        platform: fc.record({
          kind: fc.constantFrom('embedded', 'ondoki', 'tooljet'),
          url: fc.webUrl({ withQueryParameters: false }),
          subject: words,
        }),
        repository: fc.record(
          {
            url: words.map((word) => `https://${word}.example/x.git`),
            branch: words,
            // "con" or "nul" is refused: Windows has no such files.
            directory: words.map((word) => `docs-${word}`),
          },
          { requiredKeys: ['url'] },
        ),
        direction: fc.constantFrom('export', 'import', 'both'),
        private: fc.boolean(),
        exclude: fc.array(words),
        commit: fc.record({ message: words }, { requiredKeys: [] }),
      },
      { requiredKeys: ['name', 'platform', 'repository'] },
    );
    fc.assert(
      fc.property(written, (value) => {
        const once = parse(value).bindings;
        assert.deepEqual(parseConfiguration(JSON.stringify({ bindings: once }), 'f').bindings, once);
      }),
    );
  });
});
