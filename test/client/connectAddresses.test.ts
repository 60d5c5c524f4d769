import assert from 'node:assert/strict';
import {
  cleanDirectory,
  directoryProblem,
  platformUrlProblem,
  repositoryUrlProblem,
} from '../../client/src/connect/addresses.js';
import { t } from './translate.js';

suite('addresses in Connect', () => {
  test('of platforms', () => {
    for (const url of ['https://docs.example.com', ' http://127.0.0.1:8080/ '])
      assert.equal(platformUrlProblem(url, t), undefined);
    for (const url of [
      '',
      'docs.example.com',
      'ftp://docs.example.com',
      'https://me:secret@docs.example.com',
      'https://me@docs.example.com',
    ]) {
      assert.ok(platformUrlProblem(url, t), url);
    }
  });

  test('of repositories', () => {
    for (const url of [
      'https://github.com/acme/a.git',
      'git@github.com:acme/a.git',
      'ssh://git@github.com/acme/a.git',
    ]) {
      assert.equal(repositoryUrlProblem(url, t), undefined, url);
    }
    for (const url of [
      '',
      'acme/a',
      'file:///tmp/a',
      'https://token@github.com/acme/a.git',
      'ssh://git:pw@github.com/a.git',
    ]) {
      assert.ok(repositoryUrlProblem(url, t), url);
    }
  });

  test('of folders', () => {
    assert.equal(cleanDirectory(' /docs/pages/ '), 'docs/pages');
    for (const path of ['', 'docs', '/docs/pages/']) assert.equal(directoryProblem(path, t), undefined);
    for (const path of ['..', 'a/../b', '.git/x', 'a\\b']) assert.ok(directoryProblem(path, t), path);
  });
});
