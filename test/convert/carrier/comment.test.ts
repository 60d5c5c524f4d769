import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCarrier, writeCarrier } from '../../../server/src/convert/carrier/comment.js';
import { readAttributes, writeAttributes } from '../../../server/src/convert/carrier/htmlText.js';
import type { Json } from '../../../server/src/convert/tiptap.js';

const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);

suite('carrier comments', () => {
  test('give back any JSON and hold nothing that could end them', () => {
    fc.assert(
      fc.property(fc.oneof(json, fc.constantFrom('-->', '--', '<!--', '---', '\u2028')), (value) => {
        const html = writeCarrier({ value });
        assert.deepEqual(readCarrier(html), { value });
        assert.doesNotMatch(html.slice(4, -3), /--|[<>\n]/);
      }),
    );
  });

  for (const html of [
    '<!-- docbridge:{"a":1 -->',
    '<!-- docbridge:[1] -->',
    '<!-- docbridge:{"__proto__":1} -->',
    '<!-- docbridge:{"a b":1} -->',
    '<!-- docbridge:{ "a":1} -->',
    '<!--docbridge:{"a":1}-->',
    '<!-- other:{"a":1} -->',
  ]) {
    test(`leave alone ${html}`, () => {
      assert.equal(readCarrier(html), undefined);
    });
  }
});

suite('attributes in HTML', () => {
  test('give back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const written = writeAttributes({ title: value });
        assert.equal(readAttributes(written)?.get('title'), value);
        assert.doesNotMatch(written, /\n/);
      }),
    );
  });

  test('leave alone what is written in another way', () => {
    for (const source of [
      " title='a'",
      ' title=a',
      ' title="a" ',
      ' title="a&nbsp;b" onclick',
      ' TITLE="a"',
    ]) {
      assert.equal(readAttributes(source), undefined);
    }
  });
});
