import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { builtinModules } from 'node:module';

const nodeBuiltins = [...builtinModules.filter((name) => !name.startsWith('_')), 'node:*'];
const banned = [
  { name: 'gray-matter', message: 'It runs code from front matter; use convert/frontMatter.' },
  { name: 'simple-get', message: 'It keeps credentials on redirects; use the HttpClient port.' },
];

/** Forbids imports in one place of the house (DESIGN: rules checked by the linter). */
function forbid(files, { builtins = false, packages = [], folders = [], ignores = [], message }) {
  const patterns = [];
  if (folders.length > 0) {
    patterns.push({ regex: `(^|/)(${folders.join('|')})/`, message });
  }
  if (packages.length > 0) patterns.push({ group: packages, message });
  if (builtins) patterns.push({ group: nodeBuiltins, message: 'This folder is pure: no Node built-in.' });
  return { files, ignores, rules: { 'no-restricted-imports': ['error', { paths: banned, patterns }] } };
}

const oneWay = 'Dependencies run one way: cli, api, language -> sync -> convert, apps, git, platforms.';
const upper = ['cli', 'api', 'language', 'requests', 'node'];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'dist-test/**',
      'coverage/**',
      '.vscode-test/**',
      'node_modules/**',
      'test/fixtures/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })] },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-namespace': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword', message: 'No `as unknown as`.' },
        {
          selector: ':matches(PropertyDefinition, MethodDefinition)[accessibility="private"]',
          message: 'Use #private names.',
        },
        { selector: 'CallExpression[callee.property.name="getInstance"]', message: 'No singletons.' },
      ],
      'no-restricted-imports': ['error', { paths: banned }],
    },
  },
  forbid(['client/**/*.ts'], {
    folders: ['server/src/(?!protocol\\.js)[^/]*', 'server/src/[^/]+'],
    message: 'The client knows server/src/protocol.ts and nothing else of the server.',
  }),
  {
    files: ['client/**/*.ts'],
    ignores: ['client/src/ui/report.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { property: 'showErrorMessage', message: 'Errors reach a person through ui/report.ts alone.' },
      ],
    },
  },
  forbid(['server/**/*.ts'], { packages: ['vscode'], message: 'Only client/ imports vscode.' }),
  forbid(['server/src/convert/**/*.ts'], {
    builtins: true,
    packages: ['vscode'],
    folders: [...upper, 'sync', 'git', 'platforms', 'apps', 'config', 'ports'],
    message: oneWay,
  }),
  forbid(['server/src/apps/**/*.ts'], {
    builtins: true,
    packages: ['vscode'],
    folders: [...upper, 'sync', 'git', 'platforms', 'config', 'ports'],
    message: oneWay,
  }),
  forbid(['server/src/git/core/**/*.ts', 'server/src/sync/core/**/*.ts'], {
    builtins: true,
    packages: ['vscode'],
    folders: [...upper, 'ports'],
    message: oneWay,
  }),
  forbid(['server/src/git/**/*.ts'], {
    ignores: ['server/src/git/core/**'],
    packages: ['vscode'],
    folders: [...upper, 'sync', 'platforms', 'apps', 'convert'],
    message: oneWay,
  }),
  forbid(['server/src/platforms/**/*.ts'], {
    packages: ['vscode'],
    folders: [...upper, 'sync', 'git', 'apps'],
    message: oneWay,
  }),
  forbid(['server/src/sync/**/*.ts'], {
    ignores: ['server/src/sync/core/**'],
    builtins: true,
    packages: ['vscode'],
    folders: upper,
    message: oneWay,
  }),
  forbid(['server/src/language/**/*.ts'], {
    builtins: true,
    packages: ['vscode', 'vscode-languageserver', 'vscode-languageserver/*'],
    folders: ['cli', 'api', 'requests', 'node', 'git', 'platforms'],
    message: 'language/ knows no editor and no Node.',
  }),
  {
    files: ['server/src/{convert,apps}/**/*.ts', 'server/src/{git,sync}/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'Buffer', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'performance'].map(
          (name) => ({
            name,
            message: 'This folder is pure.',
          }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'This folder is pure: no clock.' },
        { object: 'Math', property: 'random', message: 'This folder is pure: no randomness.' },
      ],
    },
  },
  {
    files: ['server/src/cli/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      'import-x/no-cycle': 'off',
    },
  },
);
