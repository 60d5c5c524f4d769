import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import { ConversionMemory } from '../../../server/src/convert/memory/ConversionMemory.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';
import type { TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { documents } from '../support/documents.js';
import { fuzzText } from '../support/oracle/fuzzText.js';

const node = (text: string): TiptapNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

suite('memory of conversions', () => {
  test('gives back what it was told', () => {
    const blocks = new ConversionMemory().of('a');
    const kept = node('x');
    blocks.keep('x', kept);
    assert.equal(blocks.recall('x'), kept);
    assert.equal(blocks.recall('y'), undefined);
  });

  test('keeps kinds apart', () => {
    const memory = new ConversionMemory();
    memory.of('a').keep('x', node('x'));
    assert.equal(memory.of('b').recall('x'), undefined);
    assert.notEqual(memory.of('a').recall('x'), undefined);
  });

  test('forgets the oldest texts beyond its limit', () => {
    const blocks = new ConversionMemory(10).of('a');
    for (const text of ['aaaa', 'bbbb', 'aaaa', 'cccc']) blocks.keep(text, node(text));
    assert.deepEqual(
      ['aaaa', 'bbbb', 'cccc'].map((text) => blocks.recall(text) !== undefined),
      [false, true, true],
    );
  });

  // One memory for all runs: what one document left in it must not change what another one gives.
  const memory = new ConversionMemory();

  test('changes nothing about what conversions of generated Markdown give', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (one, other) => {
        for (const markdown of [fuzzText(one), `${fuzzText(one)}\n\n${fuzzText(other)}`]) {
          const { value } = markdownToTiptap(markdown, { memory });
          const plain = withoutStyle(value.doc);
          assert.deepEqual(tiptapToMarkdown(value, { memory }), tiptapToMarkdown(value));
          assert.deepEqual(tiptapToMarkdown({ doc: plain }, { memory }), tiptapToMarkdown({ doc: plain }));
        }
      }),
      { numRuns: 300 },
    );
  });

  for (const nastiness of ['plain', 'hostile'] as const) {
    test(`changes nothing about what conversions of generated documents with ${nastiness} text give`, () => {
      fc.assert(
        fc.property(documents(nastiness), (doc) => {
          const expected = tiptapToMarkdown({ doc });
          assert.deepEqual(tiptapToMarkdown({ doc }, { memory }), expected);
          markdownToTiptap(expected.value, { memory });
          assert.deepEqual(tiptapToMarkdown({ doc }, { memory }), expected);
        }),
        { numRuns: 150 },
      );
    });
  }

  test('does not take a text for what it was where brackets meant nothing', () => {
    markdownToTiptap('see [a] there\n', { memory });
    const { value } = markdownToTiptap('see [a] there\n\n[a]: b\n', { memory });
    const edited: TiptapDocument = {
      type: 'doc',
      content: [node('see [a] there'), ...(value.doc.content ?? []).slice(1)],
    };
    const { value: written } = tiptapToMarkdown({ doc: edited }, { memory });
    assert.equal(written, 'see \\[a] there\n\n[a]: b\n');
  });
});

/** The document as a platform gives it back that drops how it was written. */
function withoutStyle(doc: TiptapDocument): TiptapDocument {
  return JSON.parse(
    JSON.stringify(doc, (key, value: unknown) => (key === 'markup' ? undefined : value)),
  ) as TiptapDocument;
}
