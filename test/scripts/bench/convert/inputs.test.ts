import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readInputs, spread, withoutFrontMatter } from '../../../../scripts/bench/convert/inputs.js';

suite('bench: inputs', () => {
  test('takes front matter off, and no rule', () => {
    assert.equal(withoutFrontMatter('---\ntitle: a\n---\n\n# b\n'), '# b\n');
    assert.equal(withoutFrontMatter('---\n---\nb\n'), 'b\n');
    assert.equal(withoutFrontMatter('a\n\n---\n\nb\n\n---\n'), 'a\n\n---\n\nb\n\n---\n');
    assert.equal(withoutFrontMatter('---\n\nb\n'), '---\n\nb\n');
  });

  test('spreads its choice over all pages', () => {
    const pages = Array.from({ length: 100 }, (_, index) => String.fromCharCode(0x4e00 + index).repeat(10));
    assert.deepEqual(
      spread(pages, 100).map((page) => pages.indexOf(page)),
      [0, 10, 20, 30, 40, 50, 60, 70, 80, 90],
    );
    assert.deepEqual(spread(pages, 5000), pages);
  });

  test('generates pages where there is no corpus', () => {
    const { documents, large, origin } = readInputs(undefined);
    const size = documents.join('').length;
    assert.ok(size > 280_000 && size < 330_000, `${size}`);
    assert.ok(large.length >= 100_000 && large.length < 112_000, `${large.length}`);
    assert.match(origin, /^\d+ documents generated$/);
  });

  test('reads the Markdown files below a corpus, in one order, with line feeds', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'docbridge-bench-'));
    try {
      await mkdir(join(folder, 'deep'));
      await writeFile(join(folder, 'deep/b.md'), '---\na: 1\n---\n\r\nsecond\r\n');
      await writeFile(join(folder, 'a.md'), 'first\n');
      await writeFile(join(folder, 'c.mdx'), 'not this\n');
      await writeFile(join(folder, 'empty.md'), '\n');
      const { documents, large } = readInputs(folder);
      assert.deepEqual(documents, ['first\n', 'second\n']);
      assert.equal(large, 'second\n\nfirst\n');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
