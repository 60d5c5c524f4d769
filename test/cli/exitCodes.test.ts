import assert from 'node:assert/strict';
import { exitCodeOfRun, worst } from '../../server/src/cli/exitCodes.js';
import { BranchNotFoundError, GitAuthError } from '../../server/src/errors/gitErrors.js';
import { CancelledError, NetworkError } from '../../server/src/errors/networkErrors.js';
import { PlatformFailureError } from '../../server/src/errors/platformErrors.js';
import { BrakeError, StateError } from '../../server/src/errors/usageErrors.js';

suite('exit codes', () => {
  for (const [error, code] of [
    [new BrakeError(11, 20, 'h'), 1],
    [new BranchNotFoundError('https://x', 'b', []), 2],
    [new GitAuthError('https://x', '401'), 3],
    [new NetworkError('https://x', 'cut'), 4],
    [new PlatformFailureError('https://x', 500, 'd'), 4],
    [new StateError('p', 'd'), 5],
    [new CancelledError(), 130],
  ] as const) {
    test(`${error.code} gives ${code}`, () => {
      assert.equal(exitCodeOfRun({ status: 'error', error: error.toJSON() }), code);
    });
  }

  for (const [status, code] of [
    ['success', 0],
    ['skipped', 0],
    ['conflict', 1],
    ['cancelled', 130],
    ['error', 5],
  ] as const) {
    test(`a run that ended as ${status} gives ${code}`, () => {
      assert.equal(exitCodeOfRun({ status }), code);
    });
  }

  test('the gravest speaks for all', () => {
    assert.equal(worst([]), 0);
    assert.equal(worst([0, 3, 1]), 3);
  });
});
