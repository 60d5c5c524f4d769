import assert from 'node:assert/strict';
import { formatRows } from '../../../../scripts/bench/convert/formatRows.js';
import { emptyRow } from '../../../../scripts/bench/Row.js';

suite('bench: formatRows', () => {
  test('prints a line a variant, figures per MB, and only tables of what was measured', () => {
    const row = { cpu_ms: 100, wall_ms: 150, ratio: 5, bytes: 500_000, requests: 0 };
    const text = formatRows([
      { ...row, work: 'round trip', variant: 'docbridge', rss_mb: 30 },
      { ...row, work: 'parse', variant: 'docbridge', rss_mb: null, cpu_ms: 60 },
      { ...row, work: 'serialise', variant: 'docbridge', rss_mb: null, cpu_ms: 40 },
    ]);
    const [title, , head, , line, ...rest] = text.split('\n');
    assert.match(title ?? '', /^Markdown to JSON and back/);
    assert.match(
      head ?? '',
      /^\| variant +\| round trip, CPU ms per MB \| wall ms per MB \| times as fast \|/,
    );
    assert.deepEqual(
      line?.split('|').map((cell) => cell.trim()),
      ['', 'docbridge', '200', '300', '5.00', '120', '5.00', '80.0', '5.00', '30.0', ''],
    );
    assert.deepEqual(rest, ['']);
  });

  test('turns hostile texts around, the worst of each engine last', () => {
    const row = (text: string, variant: string, cpu_ms: number) => ({
      ...emptyRow(`engine, hostile: ${text}`, variant),
      cpu_ms,
    });
    const text = formatRows([row('a', 'x', 1), row('a', 'y', 20), row('b', 'x', 3), row('b', 'y', 4)]);
    assert.deepEqual(
      text
        .split('\n')
        .slice(2, -1)
        .map((line) => line.split('|').map((cell) => cell.trim())),
      [
        ['', 'text', 'x', 'y', ''],
        ['', '-----', '---:', '---:', ''],
        ['', 'a', '1.00', '20.0', ''],
        ['', 'b', '3.00', '4.00', ''],
        ['', 'worst', '3.00', '20.0', ''],
      ],
    );
  });

  test('prints engines and edits with their own figures', () => {
    const text = formatRows([
      { ...emptyRow('engine: parse', 'x'), cpu_ms: 1, wall_ms: 2, bytes: 1000 },
      { ...emptyRow('engine: bundle, minified', 'x'), bytes: 52_000 },
      { ...emptyRow('edit to Markdown', 'docbridge'), cpu_ms: 1.5, wall_ms: 1.6, ratio: 20, bytes: 100_000 },
    ]);
    assert.match(text, /\| edit to Markdown \| docbridge \| +1\.50 \| +1\.60 \| +20\.0 \| +100 \|/);
    assert.match(text, /\| x +\| +1,000 \| +2,000 \| +- \| +- \| +- \| +- \| +52\.0 \|/);
  });
});
