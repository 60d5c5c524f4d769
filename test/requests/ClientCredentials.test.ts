import assert from 'node:assert/strict';
import type { CredentialRequest } from '../../server/src/protocol.js';
import { ClientCredentials } from '../../server/src/requests/ClientCredentials.js';
import { Redactor } from '../../server/src/node/Redactor.js';

const origin = 'https://git.example.com';

function setUp(answers: (CredentialRequest.Result | null)[]): {
  readonly asked: CredentialRequest.Params[];
  readonly credentials: ClientCredentials;
  readonly redactor: Redactor;
} {
  const asked: CredentialRequest.Params[] = [];
  const redactor = new Redactor();
  const credentials = new ClientCredentials(
    (params) => {
      asked.push(params);
      return Promise.resolve(answers.shift() ?? null);
    },
    redactor,
    () => 'ondoki',
  );
  return { asked, credentials, redactor };
}

suite('ClientCredentials', () => {
  test('asks once for each kind, origin and binding', async () => {
    const { asked, credentials } = setUp([{ git: { token: 'token-1' } }, { platform: { token: 'token-2' } }]);
    const [first, again] = await Promise.all([credentials.git('a', origin), credentials.git('a', origin)]);
    assert.deepEqual([first, again], [{ token: 'token-1' }, { token: 'token-1' }]);
    assert.deepEqual(await credentials.git('a', origin), { token: 'token-1' });
    assert.deepEqual(await credentials.platform('a', origin), { token: 'token-2' });
    assert.deepEqual(asked, [
      { kind: 'git', binding: 'a', origin, refused: false },
      { kind: 'platform', binding: 'a', origin, platform: 'ondoki', refused: false },
    ]);
  });

  test('says once that the last one was refused', async () => {
    const { asked, credentials } = setUp([{ git: { token: 'wrong-1' } }, { git: { token: 'right-1' } }]);
    await credentials.git('a', origin);
    credentials.refuse('git', 'a');
    assert.deepEqual(await credentials.git('a', origin), { token: 'right-1' });
    credentials.forget();
    await credentials.git('a', origin);
    assert.deepEqual(
      asked.map(({ refused }) => refused),
      [false, true, false],
    );
  });

  test('a refusal of one binding is none of another', async () => {
    const { asked, credentials } = setUp([{ git: { token: 'token-a' } }, { git: { token: 'token-b' } }]);
    await credentials.git('a', origin);
    await credentials.git('b', origin);
    credentials.refuse('git', 'a');
    assert.deepEqual(await credentials.git('b', origin), { token: 'token-b' });
    assert.equal(asked.length, 2);
  });

  test('does not ask again after "no" until the person acts', async () => {
    const { asked, credentials } = setUp([null, { git: { token: 'token-1' } }]);
    assert.equal(await credentials.git('a', origin), undefined);
    assert.equal(await credentials.git('a', origin), undefined);
    assert.equal(asked.length, 1);
    credentials.askAgain();
    assert.deepEqual(await credentials.git('a', origin), { token: 'token-1' });
  });

  test('a platform needs a credential, a repository may be public', async () => {
    const { asked, credentials } = setUp([null, null]);
    await assert.rejects(credentials.platform('a', origin), { code: 'credential-missing' });
    assert.equal(await credentials.git('a', origin), undefined);
    assert.equal(credentials.refuse('git', 'a'), false);
    await credentials.git('a', origin);
    assert.equal(asked.length, 2);
  });

  test('forgets one origin and keeps the others', async () => {
    const { asked, credentials } = setUp([{ git: { token: 'token-1' } }, { git: { token: 'token-2' } }]);
    await credentials.git('a', origin);
    await credentials.git('a', 'https://other.example.com');
    credentials.forget('https://other.example.com');
    await credentials.git('a', origin);
    assert.equal(asked.length, 2);
    await credentials.git('a', 'https://other.example.com');
    assert.equal(asked.length, 3);
  });

  test('a cancelled request does not take the question away from others', async () => {
    let answer: (value: CredentialRequest.Result) => void = () => undefined;
    const pending = new Promise<CredentialRequest.Result>((resolve) => (answer = resolve));
    const credentials = new ClientCredentials(
      () => pending,
      new Redactor(),
      () => undefined,
    );
    const abort = new AbortController();
    const cancelled = credentials.git('a', origin, abort.signal);
    const waiting = credentials.git('a', origin);
    abort.abort();
    await assert.rejects(cancelled, { code: 'cancelled' });
    answer({ git: { token: 'token-1' } });
    assert.deepEqual(await waiting, { token: 'token-1' });
  });

  test('what it learns is taken out of the log', async () => {
    const { credentials, redactor } = setUp([{ platform: { user: 'ann', password: 'hunter2-secret' } }]);
    await credentials.platform('a', origin);
    assert.equal(redactor.redact('login hunter2-secret'), 'login ***');
  });
});
