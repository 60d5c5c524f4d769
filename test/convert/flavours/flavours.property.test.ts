import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Flavour } from '../../../server/src/convert/conversion.js';
import { downgrade } from '../../../server/src/convert/downgrade.js';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';
import { DocbridgeError } from '../../../server/src/errors/DocbridgeError.js';
import { fuzzText } from '../support/oracle/fuzzText.js';
import { checkDocument, extendedSchema, officialSchema } from '../support/schema.js';
import { flavouredText } from './flavouredText.js';
import { judgedMask, ourMask } from './mdxRanges.js';
import { WRAPPINGS } from './wrappedText.js';

const SEEDS = fc.integer({ min: 0, max: 1_000_000 });

/** Reads and writes a text, without a base and with one, under both schemas. */
function assertKept(text: string, flavour: Flavour): void {
  const { value } = markdownToTiptap(text, { flavour });
  checkDocument(extendedSchema, value.doc);
  const plain = downgrade(value.doc).value;
  checkDocument(officialSchema, plain);
  assert.equal(tiptapToMarkdown(value, { flavour }).value, text);
  for (const doc of [value.doc, plain]) {
    const base = { markdown: text, tiptap: doc };
    assert.equal(tiptapToMarkdown({ ...value, doc }, { flavour, base }).value, text);
  }
}

suite('Texts in a flavour', () => {
  for (const flavour of ['gitbook', 'mdx'] as const) {
    test(`of ${flavour} come back byte for byte, whatever stands between tags`, () => {
      fc.assert(
        fc.property(SEEDS, fc.constantFrom(...WRAPPINGS[flavour]), (seed, [open, close]) => {
          assertKept(`${open}${fuzzText(seed)}${close}`, flavour);
        }),
        { numRuns: 150 },
      );
    });

    test(`of ${flavour} come back byte for byte, wherever tags stand`, () => {
      fc.assert(
        fc.property(SEEDS, (seed) => {
          assertKept(flavouredText(seed, flavour), flavour);
        }),
        { numRuns: 150 },
      );
    });

    test(`of ${flavour}: any text is read, or refused with an error of ours`, () => {
      const parts = fc.constantFrom(
        '{',
        '%',
        '}',
        '<',
        '>',
        '/',
        '"',
        '`',
        '$',
        '=',
        'a',
        '\n',
        ' ',
        '> ',
        '- ',
        '*/',
        '/*',
      );
      fc.assert(
        fc.property(fc.array(parts, { maxLength: 60 }), (chosen) => {
          try {
            assertKept(chosen.join(''), flavour);
          } catch (error) {
            assert.ok(error instanceof DocbridgeError, String(error));
          }
        }),
        { numRuns: 300 },
      );
    });
  }
});

suite('What is MDX', () => {
  // Where these texts hold addresses or tags across a quote's edge, MDX's parser reads on and ours does not.
  const contested = /www\.|:\/\/|@|\n[ \t]*>|import|export/;

  test('is what its own parser says', () => {
    let judged = 0;
    fc.assert(
      fc.property(SEEDS, (seed) => {
        const text = flavouredText(seed, 'mdx');
        const expected = contested.test(text) ? undefined : judgedMask(text);
        if (expected === undefined) return;
        judged += 1;
        assert.equal(ourMask(text), expected);
      }),
      { numRuns: 600, seed: 20 },
    );
    assert.ok(judged > 50, `${judged} texts were judged`);
  });

  for (const text of [
    'import a from "b"\nexport const c = 1\n\nd\n',
    'a\nimport b from "c"\n',
    '- import a from "b"\n',
    'export const a = `\n\n`\n\nb\n',
    'export default function A() {\n  return <b c="}">{d}</b>\n}\n\ne\n',
    '{/}/.test(a)}\n',
    '{`${"}"}`} {a /* } */} {// }\n}\n',
    "<A b={c => <d>it's</d>} />\n",
    '<A/> <b/>\n<c/>{d}\n{e} <f>\ng\n</f>\n',
    '{a}{b}\n',
    'a\n    {b}\n',
    '1. a\n\n       {b}\n\n2. c\n',
    '> <div\n> a="b">\n> a\n> </div>\n',
    '> {`a\n> b`}\n',
    '- <A\n    b\n  />\n  c\n',
    '<div>\n```js\n</div>\n```\n</div>\n',
    '[a](<b>) [a]({b}) `{a` \\{ \\<\n',
    '<a:b c:d="1" _$-a/> <a.b.c/> <$>x</$> <></>\n',
    '    a *b*\n\n\t- c\n',
  ]) {
    test(`is what its own parser says: ${JSON.stringify(text)}`, () => {
      const expected = judgedMask(text);
      assert.notEqual(expected, undefined);
      assert.equal(ourMask(text), expected);
    });
  }
});
