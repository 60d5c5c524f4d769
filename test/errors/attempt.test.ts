import assert from 'node:assert/strict';
import { attempt } from '../../server/src/errors/attempt.js';

suite('attempt', () => {
  test('gives what the work gives', () => {
    assert.deepEqual(
      attempt(SyntaxError, () => JSON.parse('[1]') as unknown),
      [1],
    );
  });

  test('gives undefined when the work ends with the expected error', () => {
    assert.equal(
      attempt(SyntaxError, () => JSON.parse('[1') as unknown),
      undefined,
    );
  });

  test('passes other errors on', () => {
    const wrong = (): never => {
      throw new RangeError('too far');
    };
    assert.throws(() => attempt(SyntaxError, wrong), RangeError);
  });
});
