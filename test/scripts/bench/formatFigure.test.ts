import assert from 'node:assert/strict';
import { formatFigure } from '../../../scripts/bench/formatFigure.js';

suite('bench: formatFigure', () => {
  const cases: readonly (readonly [number | null, string])[] = [
    [null, '-'],
    [0, '0.00'],
    [0.0004, '< 0.001'],
    [0.0123, '0.012'],
    [0.5, '0.50'],
    [5.238, '5.24'],
    [52.38, '52.4'],
    [523.8, '524'],
    [12_345.6, '12,346'],
  ];
  for (const [value, text] of cases) {
    test(`${value} is ${text}`, () => assert.equal(formatFigure(value), text));
  }
});
