import assert from 'node:assert/strict';

import { PacketError } from '../../../server/src/git/core/pktLine.js';
import { isRaceRefusal, parseReport } from '../../../server/src/git/core/reportStatus.js';

suite('reportStatus', () => {
  test('tells what was refused and why', () => {
    const report = parseReport([
      'unpack ok',
      'ok refs/heads/a',
      'ng refs/heads/b pre-receive hook declined',
      'ng refs/heads/c',
    ]);
    assert.equal(report.unpackError, undefined);
    assert.deepEqual(
      [...report.refused],
      [
        ['refs/heads/b', 'pre-receive hook declined'],
        ['refs/heads/c', 'refused'],
      ],
    );
    assert.equal(parseReport(['unpack index-pack abnormal exit']).unpackError, 'index-pack abnormal exit');
    assert.throws(() => parseReport(['ok refs/heads/a']), PacketError);
  });

  test('a race is not a denial', () => {
    for (const reason of [
      'failed to update ref',
      'fetch first',
      'atomic transaction failed',
      'non-fast-forward',
      'cannot lock ref',
    ]) {
      assert.equal(isRaceRefusal(reason), true, reason);
    }
    for (const reason of [
      'pre-receive hook declined',
      'protected branch hook declined',
      'deny updating a hidden ref',
      'refused',
    ]) {
      assert.equal(isRaceRefusal(reason), false, reason);
    }
  });
});
