import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalJson } from '../../../server/src/convert/compare.js';
import { markdownToTiptap } from '../../../server/src/convert/markdownToTiptap.js';
import { marked, paragraph } from '../../../server/src/convert/nodes/inlineNode.js';
import type { TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { tiptapToMarkdown } from '../../../server/src/convert/tiptapToMarkdown.js';

const hardBreak = (...marks: readonly string[]): TiptapNode => ({
  type: 'hardBreak',
  marks: marks.map((type) => ({ type })),
});

function write(...content: readonly (string | TiptapNode)[]): string {
  return tiptapToMarkdown({ doc: { type: 'doc', content: [paragraph(...content)] } }).value.trimEnd();
}

suite('emphasis', () => {
  const cases: readonly (readonly [string, readonly (string | TiptapNode)[], string])[] = [
    ['strike after bold punctuation', [marked(')', 'bold'), marked('a', 'strike')], '**)**~~&#x61;~~'],
    ['strike after italic punctuation', [marked('.', 'italic'), marked('a', 'strike')], '*.*~~&#x61;~~'],
    ['bold punctuation after strike', [marked('a', 'strike'), marked('-', 'bold')], '~~&#x61;~~**-**'],
    [
      'italic that begins and ends in bold',
      [marked('a', 'bold', 'italic'), marked('b', 'bold'), marked('c', 'bold', 'italic')],
      '__*a*b*c*__',
    ],
    [
      'bold that begins and ends in italic',
      [marked('a', 'italic', 'bold'), marked('b', 'italic'), marked('c', 'italic', 'bold')],
      '_**a**b**c**_',
    ],
    [
      'bold right before struck italic',
      [marked('a', 'bold'), marked('b', 'italic', 'strike'), 'c'],
      '**a**_~~b~~_&#x63;',
    ],
    ['italic right after a word', ['a', marked('b', 'italic'), marked('c', 'italic', 'bold')], 'a*b**c***'],
    ['a break alone in bold', [marked('a', 'strike'), hardBreak('bold')], '~~&#x61;~~**<br>**'],
    ['a tilde inside bold', ['x', marked('a~', 'bold'), 'b'], 'x**a\\~**&#x62;'],
    ['a symbol in bold beside a word', ['a', marked('€', 'bold'), 'b'], '&#x61;**€**&#x62;'],
    [
      'an address right behind bold punctuation',
      [
        marked(')', 'bold'),
        marked('https://e.com', { type: 'link', attrs: { href: 'https://e.com', refType: 'bare' } }),
      ],
      '**)**<!-- docbridge:{} -->https://e.com',
    ],
    ['a symbol in bold by itself', [marked('😀 a', 'bold')], '**😀 a**'],
  ];
  for (const [name, content, expected] of cases) {
    test(`is written so that it pairs: ${name}`, () => {
      assert.equal(write(...content), expected);
    });
  }

  test('comes back whatever stands beside it, without a block that is carried as JSON', () => {
    const text = fc.constantFrom(
      'a',
      ' ',
      '.',
      '(',
      'é',
      '*',
      '_',
      '~',
      '€',
      '😀',
      'a b',
      ' b',
      'c ',
      '\n',
      ')',
    );
    const marks = fc.subarray(['bold', 'italic', 'strike', 'underline']);
    const part = fc.oneof(
      { weight: 8, arbitrary: fc.tuple(text, marks).map(([value, types]) => marked(value, ...types)) },
      { weight: 1, arbitrary: marks.map((types) => hardBreak(...types)) },
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (content) => {
        const doc: TiptapDocument = { type: 'doc', content: [{ type: 'paragraph', content }] };
        const { value, notices } = tiptapToMarkdown({ doc });
        const view = { view: 'markdown' } as const;
        assert.equal(canonicalJson(markdownToTiptap(value).value.doc, view), canonicalJson(doc, view));
        assert.deepEqual(notices, []);
      }),
      { numRuns: 1000 },
    );
  });
});
