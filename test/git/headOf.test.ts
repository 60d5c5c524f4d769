import assert from 'node:assert/strict';

import { headOf } from '../../server/src/git/headOf.js';

const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];

suite('headOf', () => {
  test('the symbolic ref decides on the default branch', () => {
    const refs = new Map([
      ['HEAD', a],
      ['refs/heads/main', a],
      ['refs/heads/dev', a],
      ['refs/tags/v1', b],
    ]);
    assert.deepEqual(headOf({ refs, symrefs: new Map([['HEAD', 'refs/heads/dev']]) }, 'main'), {
      commit: a,
      branches: ['dev', 'main'],
      defaultBranch: { name: 'dev', commit: a },
    });
  });

  test('without symbolic refs it is a branch where HEAD stands, main first', () => {
    const refs = new Map([
      ['HEAD', a],
      ['refs/heads/alpha', a],
      ['refs/heads/main', a],
      ['refs/heads/beta', b],
    ]);
    assert.deepEqual(headOf({ refs, symrefs: new Map() }, 'beta').defaultBranch, { name: 'main', commit: a });
    refs.delete('refs/heads/main');
    assert.deepEqual(headOf({ refs, symrefs: new Map() }, 'beta').defaultBranch, {
      name: 'alpha',
      commit: a,
    });
    refs.delete('HEAD');
    assert.equal(headOf({ refs, symrefs: new Map() }, 'none').defaultBranch, undefined);
    assert.equal(headOf({ refs, symrefs: new Map() }, 'none').commit, undefined);
  });
});
