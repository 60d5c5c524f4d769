import assert from 'node:assert/strict';
import { isComplete, printCoverage } from '../../../scripts/coverage/printCoverage.js';
import { readIstanbul } from '../../../scripts/coverage/readIstanbul.js';

const at = (line: number, column: number): { readonly start: { line: number; column: number } } => ({
  start: { line, column },
});
const half = readIstanbul('print/half.ts', {
  statementMap: { '0': at(1, 0), '1': at(2, 0), '2': at(3, 0), '3': at(4, 0) },
  branchMap: { '0': { loc: at(4, -1) }, '1': { loc: at(2, 7) } },
  fnMap: { '0': { loc: at(1, 4) } },
  s: { '0': 4, '1': 0, '2': 0, '3': 1 },
  b: { '0': [0], '1': [3] },
  f: { '0': 0 },
});
const whole = readIstanbul('whole.ts', {
  statementMap: { '0': at(1, 0) },
  branchMap: {},
  fnMap: { '0': { loc: at(1, 4) } },
  s: { '0': 1 },
  b: {},
  f: { '0': 2 },
});

suite('coverage', () => {
  test('knows what is not executed, and where', () => {
    assert.deepEqual(half.lines, { covered: 2, total: 4 });
    assert.deepEqual(half.branches, { covered: 1, total: 2 });
    assert.deepEqual(half.gaps, [
      { kind: 'function', line: 1, column: 5 },
      { kind: 'line', line: 2, column: 1 },
      { kind: 'line', line: 3, column: 1 },
      { kind: 'branch', line: 4, column: 1 },
    ]);
  });

  test('is complete only when everything is executed', () => {
    assert.equal(isComplete([whole]), true);
    assert.equal(isComplete([whole, half]), false);
  });

  test('is printed by folder, rounded down, with the places that are left', () => {
    assert.equal(
      printCoverage([whole, half], 'src'),
      [
        '| folder | lines | branches | functions |',
        '| ------ | ----: | -------: | --------: |',
        '| .      | 100 % |    100 % |     100 % |',
        '| print/ |  50 % |     50 % |       0 % |',
        '| all    |  60 % |     50 % |      50 % |',
        'src/print/half.ts:1:5 function',
        'src/print/half.ts:2:1 lines to 3',
        'src/print/half.ts:4:1 branch',
        '',
      ].join('\n'),
    );
  });
});
