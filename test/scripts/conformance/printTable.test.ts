import assert from 'node:assert/strict';
import { printFailures, printTable } from '../../../scripts/conformance/printTable.js';
import { rowOf } from '../../../scripts/conformance/Row.js';

suite('the table of the conformance script', () => {
  const failures = [{ id: '7', detail: 'lost' }];

  test('says what was reached and what was missed', () => {
    const rows = [
      rowOf({ what: 'all', best: '1 of 3', total: 3, failures: [] }),
      rowOf({ what: 'nearly', total: 2000, unit: 'percent', failures }),
      rowOf({ what: 'for information', total: 2, failures, judged: false }),
      rowOf({ what: 'absent', total: 0, failures: [], note: 'no corpus' }),
    ];
    assert.deepEqual(
      printTable(rows)
        .split('\n')
        .slice(2, -1)
        .map((line) =>
          line
            .split('|')
            .map((cell) => cell.trim())
            .slice(1, -1),
        ),
      [
        ['all', '1 of 3', '3', '3 of 3', 'met'],
        ['nearly', '-', '100 %', '99.9 % of 2000', 'MISSED'],
        ['for information', '-', '-', '1 of 2', ''],
        ['absent', '-', '0', 'not run (no corpus)', ''],
      ],
    );
  });

  test('is followed by what failed, as much as is asked for', () => {
    const three = ['1', '2', '3'].map((id) => ({ id, detail: `d${id}` }));
    const rows = [
      rowOf({ what: 'good', total: 1, failures: [] }),
      rowOf({ what: 'bad', total: 9, failures: three }),
    ];
    assert.equal(printFailures(rows, 2), '\nbad: 3\n  1: d1\n  2: d2\n  ... and 1 more\n');
  });
});
