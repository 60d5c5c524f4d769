import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { extensions, vsix } from './world.js';

suite('the package', () => {
  const folder = join(
    extensions,
    readdirSync(extensions).find((name) => name.startsWith('docbridge.docbridge-')) ?? '',
  );
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'));

  test('holds what runs and nothing else', () => {
    const allowed = [
      /^\.vsixmanifest$/,
      /^package(\.nls)?\.json$/,
      /^(readme\.md|changelog\.md|LICENSE\.txt|LICENSE|THIRD-PARTY-NOTICES(\.\w+)?)$/i,
      /^dist\/(client|server)\.cjs$/,
      /^dist\/package\.json$/,
      /^l10n\/bundle\.l10n(\.\w+)?\.json$/,
      /^media\/[\w.-]+\.(svg|png)$/,
      /^server\/schemas\/\w+\.schema\.json$/,
      /^syntaxes\/[\w.-]+\.json$/,
    ];
    assert.deepEqual(
      files.filter((name) => !allowed.some((pattern) => pattern.test(name))),
      [],
    );
    for (const name of [
      'dist/client.cjs',
      'dist/server.cjs',
      'server/schemas/docbridge.schema.json',
      'package.nls.json',
    ]) {
      assert.ok(files.includes(name), name);
    }
  });

  test('is at most 1.5 MB', () => {
    assert.ok(statSync(vsix).size <= 1_500_000, `${statSync(vsix).size} bytes`);
  });

  test('runs no text as code', () => {
    for (const name of ['dist/client.cjs', 'dist/server.cjs']) {
      const text = readFileSync(join(folder, name), 'utf8');
      assert.doesNotMatch(text, /(?<![\w$.])eval\s*\(/, name);
    }
  });

  test('knows every file that its manifest names', () => {
    const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
    const named = [
      ...manifest.matchAll(/"\.?\/?((?:dist|media|syntaxes|server\/schemas)\/[\w./-]+\.\w+)"/g),
    ].map(([, name = '']) => name);
    assert.ok(named.length >= 4);
    // The command line is part of the npm package, not of the extension.
    assert.deepEqual(
      named.filter((name) => name !== 'dist/cli.js' && !files.includes(name)),
      [],
    );
  });
});
