import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Json } from '../../server/src/convert/tiptap.js';
import { withFileIds } from '../../server/src/apps/withFileIds.js';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

suite('withFileIds', () => {
  const file = { id: id(1), versions: [{ id: id(2), app: id(1) }], query: `run(${id(2)})` };
  const platform = { id: id(11), versions: [{ id: id(12), app: id(11) }], query: `run(${id(12)})` };

  test('the same app gets the ids of the file back', () => {
    assert.deepEqual(withFileIds(platform, file, platform), file);
  });

  test('what changed since keeps its change, what came since its id', () => {
    const current = { ...platform, query: `call(${id(12)}, ${id(77)})` };
    assert.deepEqual(withFileIds(current, file, platform), { ...file, query: `call(${id(2)}, ${id(77)})` });
  });

  test('keys are ids too', () => {
    assert.deepEqual(withFileIds({ [id(11)]: 1 }, { id: id(1) }, { id: id(11) }), { [id(1)]: 1 });
  });

  test('without a difference nothing is touched', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = value as Json;
        assert.equal(withFileIds(json, json, json), json);
      }),
    );
  });
});
