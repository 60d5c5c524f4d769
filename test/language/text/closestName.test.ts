import assert from 'node:assert/strict';
import { closestName } from '../../../server/src/language/text/closestName.js';

const known = ['title', 'description', 'slug', 'tags', 'sidebar_position'];

suite('closestName', () => {
  for (const [name, meant] of [
    ['titel', 'title'],
    ['Title', 'title'],
    ['tgas', 'tags'],
    ['desciption', 'description'],
    ['decsripton', 'description'],
    ['sidebar-position', 'sidebar_position'],
  ] as const) {
    test(`${name} is a slip for ${meant}`, () => assert.equal(closestName(name, known), meant));
  }

  for (const name of ['author', 'date', 'subtitle', 'sidebar', 'x', 'layout', 'plug-in', 'a'.repeat(100)]) {
    test(`${name.slice(0, 20)} is a name of its own`, () =>
      assert.equal(closestName(name, known), undefined));
  }
});
