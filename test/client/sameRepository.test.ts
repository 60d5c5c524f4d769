import assert from 'node:assert/strict';
import { sameRepository } from '../../client/src/workspace/sameRepository.js';

suite('same repository', () => {
  const url = 'https://github.com/acme/Handbook.git';
  for (const other of [
    'https://github.com/acme/handbook',
    'https://somebody@github.com/acme/handbook.git/',
    'git@github.com:acme/handbook.git',
    'ssh://git@github.com:22/acme/handbook.git',
  ]) {
    test(`${other} is the one`, () => assert.equal(sameRepository(other, url), true));
  }
  for (const other of [
    'https://github.com/acme/handbook2.git',
    'https://gitlab.com/acme/handbook.git',
    'https://github.com:8443/acme/handbook.git',
    '/srv/git/acme/handbook.git',
    '',
  ]) {
    test(`"${other}" is another one`, () => assert.equal(sameRepository(other, url), false));
  }
  test('servers on different ports of loopback are different', () => {
    assert.equal(sameRepository('http://127.0.0.1:1000/a.git', 'http://127.0.0.1:2000/a.git'), false);
  });
});
