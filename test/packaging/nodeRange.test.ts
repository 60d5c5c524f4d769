import assert from 'node:assert/strict';
import { satisfiesNode } from './nodeRange.js';

suite('satisfiesNode', () => {
  const ranges: readonly (readonly [range: string, inside: readonly string[], outside: readonly string[]])[] =
    [
      ['>=20', ['20.0.0', '22.1.0'], ['19.9.9']],
      ['>= 10.x', ['10.0.0', '20.19.0'], ['9.9.9']],
      ['>20', ['21.0.0'], ['20.19.0']],
      ['>20.18.0', ['20.18.1'], ['20.18.0']],
      ['<=20', ['20.19.0'], ['21.0.0']],
      ['<20.19', ['20.18.9'], ['20.19.0']],
      ['*', ['0.1.0', '99.0.0'], []],
      ['', ['20.19.0'], []],
      ['20', ['20.0.0', '20.19.0'], ['21.0.0', '19.9.9']],
      ['20.18.x', ['20.18.4'], ['20.19.0']],
      ['6.* || 8.* || >= 10.*', ['6.1.0', '8.0.0', '20.19.0'], ['7.0.0', '9.1.0']],
      [
        '^20.19.0 || ^22.13.0 || >=24',
        ['20.19.0', '22.13.0', '24.0.0'],
        ['20.18.9', '21.0.0', '22.12.9', '23.5.0'],
      ],
      ['^0.2.3', ['0.2.9'], ['0.3.0', '0.2.2']],
      ['~20.18', ['20.18.7'], ['20.19.0']],
      ['~20', ['20.19.0'], ['21.0.0']],
      ['>=16 || 14 >=14.17', ['16.0.0', '14.17.0'], ['14.16.0', '15.0.0']],
      ['>=0.6.11 <=0.7.0 || >=0.7.3', ['0.7.0', '0.7.3'], ['0.7.1', '0.6.10']],
      ['18 - 20.10', ['18.0.0', '20.10.5'], ['20.11.0', '17.0.0']],
    ];
  for (const [range, inside, outside] of ranges) {
    test(`reads "${range}"`, () => {
      for (const version of inside) assert.equal(satisfiesNode(version, range), true, version);
      for (const version of outside) assert.equal(satisfiesNode(version, range), false, version);
    });
  }

  test('refuses a range that it cannot read', () => {
    assert.throws(() => satisfiesNode('20.19.0', '>=20.0.0-rc.1'), /this test can read/u);
    assert.throws(() => satisfiesNode('20.19.0', 'lts/iron'), /this test can read/u);
  });
});
