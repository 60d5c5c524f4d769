import assert from 'node:assert/strict';
import { inTurn } from '../../server/src/sync/inTurn.js';

suite('inTurn', () => {
  test('one work at a time, in order, past failures', async () => {
    const turn = inTurn();
    const seen: string[] = [];
    const work =
      (name: string, fails = false) =>
      async (): Promise<string> => {
        seen.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        seen.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      };
    const results = await Promise.allSettled([turn(work('a')), turn(work('b', true)), turn(work('c'))]);
    assert.deepEqual(
      results.map((result) => result.status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(seen, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });
});
