import assert from 'node:assert/strict';
import { ConversionTooDeepError } from '../../../../server/src/errors/conversionErrors.js';
import { MAX_DEPTH } from '../../../../server/src/convert/limits.js';
import { parse } from '../../../../server/src/convert/parse/parse.js';

suite('parser: nesting in a line', () => {
  const nested = (depth: number): string => `${'*a '.repeat(depth)}${'b* '.repeat(depth)}`;

  test('goes as deep as anything may', () => {
    assert.doesNotThrow(() => parse(nested(MAX_DEPTH)));
  });

  test('ends with an error when it goes deeper', () => {
    assert.throws(() => parse(nested(MAX_DEPTH + 2)), ConversionTooDeepError);
  });
});
