import assert from 'node:assert/strict';
import { summariseProfile } from '../../../../scripts/bench/convert/summariseProfile.js';

const bundle = [
  '// server/src/a.ts',
  'function outer() {}',
  '// node_modules/b/index.js',
  'function inner() {}',
];

function node(id: number, functionName: string, lineNumber: number, children: readonly number[] = []) {
  return { id, callFrame: { functionName, lineNumber }, children };
}

suite('bench: summariseProfile', () => {
  test('sums own and inclusive time, names modules, and leaves idle time out', () => {
    const functions = summariseProfile(
      {
        nodes: [
          node(1, '(root)', -1, [2, 5]),
          node(2, 'outer', 1, [3]),
          node(3, 'inner', 3, [4]),
          node(4, 'outer', 1),
          node(5, '(idle)', -1),
        ],
        samples: [2, 3, 3, 4, 5],
        timeDeltas: [100, 200, 300, 400, 5000],
      },
      bundle.join('\n'),
    );
    assert.deepEqual(functions.slice(0, 2), [
      // `outer` below `inner` is part of the outermost `outer`: it counts once.
      { name: 'outer', module: 'server/src/a.ts', self: 0.5, total: 1 },
      { name: 'inner', module: 'node_modules/b/index.js', self: 0.5, total: 0.9 },
    ]);
    assert.ok(functions.every(({ name, self }) => name !== '(idle)' || self === 0));
  });

  test('a profile without samples has no functions', () => {
    assert.deepEqual(summariseProfile({ nodes: [node(1, '(root)', -1)] }, ''), []);
  });
});
