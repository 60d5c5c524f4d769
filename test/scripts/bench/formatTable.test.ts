import assert from 'node:assert/strict';
import { formatTable } from '../../../scripts/bench/formatTable.js';

suite('bench: formatTable', () => {
  test('is a Markdown table that reads as plain text', () => {
    const table = formatTable(
      [
        { title: 'variant', align: 'left', cell: ({ name }) => name },
        { title: 'ms', align: 'right', cell: ({ ms }) => ms },
      ],
      [
        { name: 'docbridge', ms: '1.50' },
        { name: 'a|b', ms: '20' },
      ],
    );
    assert.equal(
      table,
      '| variant   |   ms |\n| --------- | ---: |\n| docbridge | 1.50 |\n| a\\|b      |   20 |\n',
    );
  });

  test('a rule has three characters even where a column is narrower', () => {
    assert.equal(
      formatTable([{ title: 'n', align: 'right', cell: String }], [1]),
      '|   n |\n| --: |\n|   1 |\n',
    );
  });
});
