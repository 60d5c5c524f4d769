import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importingName, isSetAside, replacedName } from '../../../server/src/sync/core/replacedApps.js';

suite('names of replaced apps', () => {
  test('say when, and are known again', () => {
    assert.equal(replacedName('Orders', 0), 'Orders (before 1970-01-01 00.00.00)');
    assert.equal(importingName('Orders', 'abcdef0123456789'), 'Orders (importing abcdef01)');
    assert.ok(!isSetAside('Orders'));
    assert.ok(!isSetAside('Orders (before lunch)'));
  });

  test('never have more than the 50 characters that ToolJet takes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 0, max: 4e12 }),
        (title, time) => {
          for (const name of [replacedName(title, time), importingName(title, '0123456789')]) {
            assert.ok(Array.from(name).length <= 50);
            assert.ok(isSetAside(name));
          }
        },
      ),
    );
  });
});
