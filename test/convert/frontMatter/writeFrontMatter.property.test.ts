import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { readFrontMatter } from '../../../server/src/convert/frontMatter/readFrontMatter.js';
import { writeFrontMatter } from '../../../server/src/convert/frontMatter/writeFrontMatter.js';
import type { Json } from '../../../server/src/convert/tiptap.js';
import { afterChanges, changesOf } from './frontMatterChanges.js';
import { generatedFrontMatter, type GeneratedFrontMatter } from './yamlGrammar.js';

const plain = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

/**
 * Lines of entries that no change names, and that no anchor of a changed entry reaches. Indented comments and blank
 * lines below a text that stays would become part of it when the entry between goes.
 */
function untouchedLines({ entries }: GeneratedFrontMatter, changed: ReadonlySet<string>): readonly string[] {
  const touched = entries.filter(({ name }) => changed.has(name));
  const anchors = touched.flatMap(({ text }) =>
    [...text.matchAll(/&(\w+)/g)].map(([, name]) => `*${name ?? ''}`),
  );
  return entries
    .filter(({ name, text }) => !changed.has(name) && !anchors.some((alias) => text.includes(alias)))
    .flatMap(({ text }) => text.split(/(?<=\n|\r(?!\n))/))
    .filter((line) => line.trim() !== '' && !/^ +#/.test(line));
}

/** What the library gives, with our texts for numbers that JSON lacks and for keys that are lists. */
function asRead(value: Json): Json {
  if (Array.isArray(value)) return value.map(asRead);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key.replace(/^\[ (.*) \]$/, '[$1]'), asRead(entry)]),
    );
  }
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

suite('front matter of any form', () => {
  test('is read as the YAML library reads it', () => {
    let read = 0;
    fc.assert(
      fc.property(generatedFrontMatter, ({ source }) => {
        const { data, errors } = readFrontMatter(source);
        if (errors.length > 0) return;
        read += 1;
        const yaml = source
          .replace(/^\ufeff?---[ \t]*\r?\n?/, '')
          .replace(/\r\n?/g, '\n')
          .replace(/---\n$/, '');
        const document = parseDocument(yaml, { schema: 'core', resolveKnownTags: false, logLevel: 'silent' });
        const expected = (document.toJS() ?? {}) as Json;
        assert.deepEqual(plain(data), asRead(expected));
      }),
      { numRuns: 300 },
    );
    assert.ok(read > 200, 'the grammar makes front matter that can be read');
  });

  test('holds what is written, and everything else as before', () => {
    fc.assert(
      fc.property(generatedFrontMatter, changesOf, (generated, change) => {
        const { source } = generated;
        const { data, errors } = readFrontMatter(source);
        fc.pre(errors.length === 0);
        const before = plain(data) as Readonly<Record<string, Json>>;
        const changes = change(before);
        const written = writeFrontMatter(source, changes);
        const after = readFrontMatter(written);
        assert.deepEqual(after.errors, [], written);
        assert.deepEqual(plain(after.data), plain(afterChanges(before, changes)), written);
        assert.equal(writeFrontMatter(written, changes), written, 'written twice');
        assert.equal(writeFrontMatter(source, before), source, 'written as it is');
        let from = 0;
        for (const line of untouchedLines(generated, new Set(Object.keys(changes)))) {
          const at = written.indexOf(line, from);
          assert.ok(at >= 0, `${JSON.stringify(line)} is lost:\n${written}`);
          from = at + line.length;
        }
      }),
      { numRuns: 500 },
    );
  });
});
