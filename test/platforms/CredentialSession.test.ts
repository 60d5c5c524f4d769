import assert from 'node:assert/strict';
import { PlatformAuthError } from '../../server/src/errors/platformErrors.js';
import { CredentialSession, headerToken } from '../../server/src/platforms/CredentialSession.js';
import type { Authorization } from '../../server/src/platforms/Authenticator.js';
import type { PlatformCredential } from '../../server/src/ports/Credentials.js';

const bearer = (token: string): Authorization => ({ credential: { header: 'authorization', value: token } });

suite('CredentialSession', () => {
  let given: PlatformCredential | undefined;
  let asked: number;
  let renewed: number;
  const session = (): CredentialSession =>
    new CredentialSession({
      origin: 'https://a.example',
      credential: () => {
        asked++;
        return Promise.resolve(given);
      },
      open: (credential) =>
        Promise.resolve(credential.token === undefined ? undefined : bearer(credential.token)),
      reopen: (credential) =>
        Promise.resolve(credential.refreshToken === undefined ? undefined : bearer(`renewed ${++renewed}`)),
    });
  setup(() => {
    given = undefined;
    asked = 0;
    renewed = 0;
  });

  test('asks for the credential once, and again after there was none', async () => {
    const one = session();
    await assert.rejects(one.authorize(), PlatformAuthError);
    given = { token: 'a' };
    const [first, second] = await Promise.all([one.authorize(), one.authorize()]);
    assert.equal(first, second);
    assert.equal(asked, 2);
  });

  test('renews once for all who were refused', async () => {
    given = { token: 'a', refreshToken: 'r' };
    const one = session();
    const refused = await one.authorize();
    assert.deepEqual(await Promise.all([one.renew(refused), one.renew(refused)]), [true, true]);
    assert.equal(await one.renew(refused), true);
    assert.equal(renewed, 1);
    assert.equal((await one.authorize()).credential.value, 'renewed 1');
  });

  test('without a refresh token, another credential may be given meanwhile', async () => {
    given = { token: 'a' };
    const one = session();
    const refused = await one.authorize();
    assert.equal(await one.renew(refused), false);
    given = { token: 'b' };
    assert.equal(await one.renew(await one.authorize()), true);
    assert.equal((await one.authorize()).credential.value, 'b');
  });

  test('after a refresh token was refused, a credential that is given later counts', async () => {
    let stored: PlatformCredential = { token: 'a', refreshToken: 'expired' };
    const one = new CredentialSession({
      origin: 'https://a.example',
      credential: () => Promise.resolve(stored),
      open: ({ token = '' }) => Promise.resolve(bearer(token)),
      reopen: () => Promise.reject(new PlatformAuthError('https://a.example', 'refused')),
    });
    await assert.rejects(one.renew(await one.authorize()), PlatformAuthError);
    stored = { token: 'b', refreshToken: 'fresh' };
    assert.equal((await one.authorize()).credential.value, 'b');
  });
});

suite('headerToken', () => {
  test('takes blanks off, and refuses what no header can hold without repeating it', () => {
    assert.equal(headerToken('  abc.def\n', 'https://a.example'), 'abc.def');
    assert.equal(headerToken('Basic abc', 'https://a.example'), 'Basic abc');
    for (const token of ['', 'a\nb: secret', 'sécret', 'a  secret', '\u0000secret']) {
      assert.throws(
        () => headerToken(token, 'https://a.example'),
        (error) => error instanceof PlatformAuthError && !error.message.includes('secret'),
      );
    }
  });
});
