import assert from 'node:assert/strict';

import { NodeHash } from '../../server/src/node/NodeHash.js';

suite('NodeHash', () => {
  const hash = new NodeHash();
  const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);

  test('knows the digests of FIPS 180 ("abc"), in one part or several', () => {
    assert.equal(hash.sha1(bytes('abc')), 'a9993e364706816aba3e25717850c26c9cd0d89d');
    assert.equal(hash.sha1(bytes('a'), bytes('bc')), 'a9993e364706816aba3e25717850c26c9cd0d89d');
    assert.equal(
      hash.sha256(bytes('abc')),
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    assert.equal(hash.sha256(), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
