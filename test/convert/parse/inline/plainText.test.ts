import assert from 'node:assert/strict';
import { plainText } from '../../../../server/src/convert/parse/inline/plainText.js';
import { outlineTests } from '../../support/outlineTests.js';

suite('parser: descriptions of images', () => {
  outlineTests([
    [
      'are the text of what stands in them (CommonMark 0.31.2, section 6.4)',
      '![`a` :tada: <b>c</b> ![d](e) *f*](u)',
      'paragraph[image(url="u" alt="a :tada: c d f")]',
    ],
    [
      'leave out breaks and footnotes',
      '![a\\\nb[^c]](u)\n\n[^c]: d',
      'paragraph[image(url="u" alt="ab")] footnoteDefinition(identifier="c" label="c")[paragraph["d"]]',
    ],
  ]);

  test('may be absent', () => {
    assert.equal(plainText([{ type: 'image', url: 'a', alt: null }]), '');
  });
});
