import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { environmentStateRoot } from '../../server/src/node/environmentStateRoot.js';

suite('environmentStateRoot', () => {
  const linux = { platform: 'linux', home: '/home/ann' } as const;

  for (const [title, environment, system, expected] of [
    ['DOCBRIDGE_STATE wins', { DOCBRIDGE_STATE: '/s', XDG_STATE_HOME: '/x' }, linux, '/s'],
    ['a relative DOCBRIDGE_STATE is resolved', { DOCBRIDGE_STATE: 's' }, linux, resolve('s')],
    ['XDG_STATE_HOME', { XDG_STATE_HOME: '/x' }, linux, '/x/docbridge'],
    [
      'a relative XDG_STATE_HOME is ignored',
      { XDG_STATE_HOME: 'x' },
      linux,
      '/home/ann/.local/state/docbridge',
    ],
    [
      'an empty variable counts as unset',
      { DOCBRIDGE_STATE: ' ' },
      linux,
      '/home/ann/.local/state/docbridge',
    ],
    [
      'macOS',
      { XDG_STATE_HOME: '/x' },
      { platform: 'darwin', home: '/Users/ann' },
      '/Users/ann/Library/Application Support/docbridge',
    ],
    ['Windows', { LOCALAPPDATA: '/l' }, { platform: 'win32', home: '/u' }, join('/l', 'docbridge')],
  ] as const) {
    test(title, () => {
      assert.equal(environmentStateRoot(environment, system), expected);
    });
  }
});
