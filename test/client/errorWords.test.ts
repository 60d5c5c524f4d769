import assert from 'node:assert/strict';
import { actionLabel, errorWords } from '../../client/src/ui/errorWords.js';
import { ServerFailure, toFailure } from '../../client/src/connection/ServerFailure.js';
import type { DocbridgeError } from '../../server/src/errors/DocbridgeError.js';
import {
  BranchNotFoundError,
  GitAuthError,
  RepositoryNotFoundError,
} from '../../server/src/errors/gitErrors.js';
import { NetworkError } from '../../server/src/errors/networkErrors.js';
import {
  PlatformAuthError,
  PlatformNotFoundError,
  StaleRevisionError,
} from '../../server/src/errors/platformErrors.js';
import {
  AppReplacementError,
  BrakeError,
  CredentialMissingError,
} from '../../server/src/errors/usageErrors.js';
import { t } from './translate.js';

const origin = 'https://docs.example.com';

suite('words for errors', () => {
  const cases: readonly (readonly [DocbridgeError, RegExp, string])[] = [
    [new PlatformAuthError(origin, 'no'), /docs\.example\.com refused the sign-in/, 'Sign In'],
    [
      new GitAuthError('https://git.example.com/a.git', 'no'),
      /git\.example\.com.*refused the Git token/,
      'Sign In',
    ],
    [
      new CredentialMissingError('git', 'b', origin, ''),
      /Sign in to https:\/\/docs\.example\.com/,
      'Sign In',
    ],
    [new RepositoryNotFoundError('https://git.example.com/a.git'), /no repository at/, 'Open docbridge.json'],
    [
      new BranchNotFoundError('https://git.example.com/a.git', 'x', []),
      /no branch "x"/,
      'Open docbridge.json',
    ],
    [new PlatformNotFoundError(origin, 'project p'), /has no project p/, 'Open docbridge.json'],
    [new StaleRevisionError('1', 'a'), /Nothing was overwritten/, 'Refresh'],
    [new BrakeError(12, 40, 'hash'), /delete 12 of 40 items/, 'Delete Them'],
    [
      new AppReplacementError(['"Orders"', '"Stock"'], 'hash'),
      /"Orders", "Stock" would be imported/,
      'Replace',
    ],
    [new NetworkError(origin, 'refused'), /did not answer \(refused\)/, 'Show Log'],
  ];
  for (const [error, text, label] of cases) {
    test(`${error.code}: after the way over the protocol`, () => {
      const failure = toFailure(
        Object.assign(new Error(error.message), { data: JSON.parse(JSON.stringify(error)) as unknown }),
      );
      const words = errorWords(failure, t);
      assert.match(words.text, text);
      assert.doesNotMatch(words.text, /\?$|undefined|\{\d/);
      assert.equal(actionLabel(words.action, t), label);
    });
  }

  test('an unknown code keeps the server’s words', () => {
    const failure = new ServerFailure({
      code: 'new-one',
      category: 'platform',
      message: 'Said so.',
      data: {},
    });
    assert.deepEqual(errorWords(failure, t), { text: 'Said so.', action: 'showLog' });
  });

  test('a cancelled request is cancelled, anything else internal', () => {
    assert.equal(toFailure(Object.assign(new Error('x'), { code: -32800 })).category, 'cancelled');
    assert.equal(toFailure(new Error('boom')).code, 'internal');
    assert.equal(toFailure('text').message, 'text');
    assert.equal(toFailure(Object.assign(new Error('x'), { data: { code: 5 } })).code, 'internal');
  });
});
