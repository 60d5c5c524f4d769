import assert from 'node:assert/strict';
import { summariseProfile } from '../../../../scripts/bench/convert/summariseProfile.js';

const bundle = [
  '// server/src/a.ts',
  'function outer() {}',
  '// node_modules/b/index.js',
  'function inner() {}',
];

function node(
  id: number,
  functionName: string,
  lineNumber: number,
  children: readonly number[] = [],
  url = 'file:///cache/ours.mjs',
) {
  return { id, callFrame: { functionName, url, lineNumber }, children };
}

suite('bench: summariseProfile', () => {
  test("sums own and inclusive time, names modules, and leaves out idle time and the profiler's own", () => {
    const functions = summariseProfile(
      {
        nodes: [
          node(1, '(root)', -1, [2, 5, 6, 8], ''),
          node(2, 'outer', 1, [3]),
          node(3, 'inner', 3, [4]),
          node(4, 'outer', 1),
          node(5, '(idle)', -1, [], ''),
          node(6, 'post', 0, [7], 'node:inspector'),
          node(7, 'dispatch', -1, [], ''),
          node(8, 'roundTrip', 1, [], 'file:///cache/worker.mjs'),
        ],
        samples: [2, 3, 3, 4, 5, 7, 8],
        timeDeltas: [100, 200, 200, 400, 5000, 5000, 100],
      },
      'ours.mjs',
      bundle.join('\n'),
    );
    assert.deepEqual(functions, [
      // `outer` below `inner` is part of the outermost `outer`: it counts once.
      { name: 'outer', module: 'server/src/a.ts', self: 0.5, total: 0.9 },
      { name: 'inner', module: 'node_modules/b/index.js', self: 0.4, total: 0.8 },
      { name: 'roundTrip', module: 'worker.mjs', self: 0.1, total: 0.1 },
      { name: '(root)', module: '', self: 0, total: 1 },
    ]);
  });

  test('a profile without samples has no functions', () => {
    assert.deepEqual(summariseProfile({ nodes: [node(1, '(root)', -1)] }, '', ''), []);
  });
});
