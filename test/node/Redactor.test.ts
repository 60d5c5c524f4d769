import assert from 'node:assert/strict';
import { Redactor } from '../../server/src/node/Redactor.js';

const secret = 'tok/en+with=signs';

suite('Redactor', () => {
  test('takes out a secret raw, percent-encoded and in base64', () => {
    const redactor = new Redactor();
    redactor.add(secret, 'ann');
    for (const form of [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
      Buffer.from(`ann:${secret}`).toString('base64'),
      Buffer.from(`:${secret}`).toString('base64'),
      Buffer.from(`x-access-token:${secret}`).toString('base64').replace(/=+$/, ''),
    ]) {
      assert.equal(redactor.redact(`before ${form} after`), 'before *** after');
    }
  });

  test('takes user info out of any URL', () => {
    const text = 'cloning https://ann:unknown@git.example.com/x.git failed';
    assert.equal(new Redactor().redact(text), 'cloning https://***@git.example.com/x.git failed');
  });

  test('leaves short words and everything else alone', () => {
    const redactor = new Redactor();
    redactor.add('abc');
    redactor.add(undefined);
    assert.equal(redactor.redact('abc https://example.com/a@b'), 'abc https://example.com/a@b');
  });

  test('walks through JSON without breaking it', () => {
    const redactor = new Redactor();
    redactor.add(secret);
    const value = { url: 'https://x', list: [secret, 1, null], mail: 'a@b' };
    assert.deepEqual(redactor.redactAll(value), { url: 'https://x', list: ['***', 1, null], mail: 'a@b' });
  });
});
