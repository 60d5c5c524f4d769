import assert from 'node:assert/strict';
import { Session } from '../../server/src/cli/Session.js';
import { GitAuthError } from '../../server/src/errors/gitErrors.js';
import { CancelledError } from '../../server/src/errors/networkErrors.js';

suite('Session', () => {
  const stop = (isAborted: boolean): AbortSignal =>
    isAborted ? AbortSignal.abort(new CancelledError()) : new AbortController().signal;

  function session(signal: AbortSignal): Session {
    const stream = { hasColours: false, write: () => Promise.resolve() };
    return new Session(
      {
        environment: { DOCBRIDGE_GIT_TOKEN: 's3cret-t0ken' },
        program: 'docbridge',
        directory: '/',
        input: (async function* () {})(),
        output: stream,
        messages: stream,
        signal,
      },
      {},
    );
  }

  test('an error holds no token, neither in its message nor in its data', () => {
    const json = session(stop(false)).errorJson(new GitAuthError('https://x.example', 'not s3cret-t0ken'));
    assert.equal(json.code, 'git-auth');
    assert.match(json.message, /not \*\*\*/u);
    assert.equal(json.data['detail'], 'not ***');
  });

  test('what breaks off after Ctrl-C is a cancellation; what failed before is itself', () => {
    const broken = new Error('The operation was aborted');
    assert.equal(session(stop(true)).errorJson(broken).code, 'cancelled');
    assert.equal(session(stop(false)).errorJson(broken).code, 'internal');
    assert.equal(session(stop(true)).errorJson(new GitAuthError('https://x', 'd')).code, 'git-auth');
  });
});
