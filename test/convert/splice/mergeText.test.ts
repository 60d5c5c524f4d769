import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distance, mergeText, type MergeChoice } from '../../../server/src/convert/splice/mergeText.js';

const CHOICES: readonly MergeChoice[] = (['left', 'right'] as const).flatMap((slide) =>
  (['source', 'edited'] as const).map((first) => ({ slide, first })),
);
const [LEFT, , RIGHT, RIGHT_EDITED] = CHOICES;

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', ' ', '  ', '\n', '\r\n', '*', '|', '\\', 'é', '😀'), {
    maxLength: 10,
  })
  .map((parts) => parts.join(''));

const other = text.map((value) => value.replace(/[a-z]/g, 'X').replace(/[^X]/g, '#'));

suite('mergeText', () => {
  for (const choice of CHOICES) {
    const name = `${choice.slide}, ${choice.first} first`;

    test(`without an edit it is the source: ${name}`, () => {
      fc.assert(fc.property(text, text, (a, b) => assert.equal(mergeText(a, b, a, choice), b)));
    });

    test(`printed as it was, it is the edit: ${name}`, () => {
      fc.assert(fc.property(text, text, (a, b) => assert.equal(mergeText(a, a, b, choice), b)));
    });

    test(`what differs in other places is taken from both: ${name}`, () => {
      fc.assert(
        fc.property(text, text, other, other, (a, b, c, d) => {
          assert.equal(mergeText(`${a}<1>${c}`, `${b}<1>${c}`, `${a}<1>${d}`, choice), `${b}<1>${d}`);
        }),
      );
    });
  }

  test('keeps white space, escapes and line ends of the source around a changed word', () => {
    assert.ok(LEFT);
    assert.equal(mergeText('| a | b |', '| a   |  b|', '| x | b |', LEFT), '| x   |  b|');
    assert.equal(mergeText('a * b', 'a \\* b', 'x * b', LEFT), 'x \\* b');
    assert.equal(mergeText('- a\n  b', '- a\r\nb', '- a\n  x', LEFT), '- a\r\nx');
  });

  test('puts what is new on the side that is asked for', () => {
    assert.ok(LEFT && RIGHT && RIGHT_EDITED);
    assert.equal(mergeText('a b', '(a b)', 'a a b', RIGHT), '(a a b)');
    assert.equal(mergeText('# a', '# a #', '# a b', RIGHT), '# a # b');
    assert.equal(mergeText('# a', '# a #', '# a b', RIGHT_EDITED), '# a b #');
  });

  test('where both changed the same tokens the edit wins', () => {
    assert.ok(LEFT);
    assert.equal(mergeText('a b c', 'a x c', 'a y c', LEFT), 'a y c');
    assert.equal(mergeText('a b c d', 'a d', 'a b x d', LEFT), 'a b x d');
  });
});

suite('distance', () => {
  test('is nought for equal texts and counts what differs', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        assert.equal(distance(a, a), 0);
        assert.ok(distance(a, b) >= Math.abs(a.length - b.length));
      }),
    );
    assert.equal(distance('one two', 'one four'), 7);
  });
});
