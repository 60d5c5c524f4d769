import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const source = join(root, 'client/src');
const bundle = join(root, 'l10n/bundle.l10n.json');

/** Every text that the client translates. */
function texts(): readonly string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const found = files.flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/gs)].map(
      ([, text = '']) => text.replaceAll("\\'", "'"),
    ),
  );
  return [...new Set(found)].sort();
}

suite('texts of the client', () => {
  test('are all in l10n/bundle.l10n.json, which holds no others', () => {
    const wanted = Object.fromEntries(texts().map((text) => [text, text]));
    if (process.env.UPDATE_L10N === '1') writeFileSync(bundle, `${JSON.stringify(wanted, undefined, 2)}\n`);
    const hint = 'run UPDATE_L10N=1 npx mocha --spec test/client/l10n.test.ts';
    assert.deepEqual(JSON.parse(readFileSync(bundle, 'utf8')), wanted, hint);
    assert.ok(texts().length > 50, 'the texts were found at all');
  });

  test('of package.json are all in package.nls.json, which holds no others', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const used = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key);
    const declared = Object.keys(JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as object);
    assert.deepEqual([...new Set(used)].sort(), declared.sort());
  });
});
