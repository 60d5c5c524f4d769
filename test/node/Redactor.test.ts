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
    const unescaped = 'https://ann:p@ss@git.example.com/x@y';
    assert.equal(new Redactor().redact(unescaped), 'https://***@git.example.com/x@y');
  });

  test('takes no time for a long text without any address', function () {
    this.timeout(1000);
    const long = 'a'.repeat(200_000);
    assert.equal(new Redactor().redact(long), long);
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
