import assert from 'node:assert/strict';
import { withMemory } from '../../../../scripts/bench/convert/withMemory.js';
import { emptyRow } from '../../../../scripts/bench/Row.js';

suite('bench: withMemory', () => {
  const rows = [emptyRow('parse', 'a'), emptyRow('parse', 'b'), emptyRow('print', 'a')];

  test('puts megabytes into the row of the work and variant', () => {
    assert.deepEqual(withMemory(rows, 'parse', 'b', 12_345_678), [
      rows[0],
      { ...emptyRow('parse', 'b'), rss_mb: 12.3 },
      rows[2],
    ]);
  });

  test('adds a row where the work was not timed', () => {
    assert.deepEqual(withMemory(rows, 'print', 'b', 1e6), [
      ...rows,
      { ...emptyRow('print', 'b'), rss_mb: 1 },
    ]);
  });
});
