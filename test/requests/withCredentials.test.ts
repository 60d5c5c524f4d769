import assert from 'node:assert/strict';
import { GitAuthError } from '../../server/src/errors/gitErrors.js';
import { PlatformAuthError } from '../../server/src/errors/platformErrors.js';
import { CredentialMissingError } from '../../server/src/errors/usageErrors.js';
import { nullLogger } from '../../server/src/ports/Logger.js';
import type { CredentialRequest } from '../../server/src/protocol.js';
import { BindingRegistry } from '../../server/src/requests/BindingRegistry.js';
import { ClientCredentials } from '../../server/src/requests/ClientCredentials.js';
import { PlatformWatcher } from '../../server/src/requests/PlatformWatcher.js';
import { Redactor } from '../../server/src/node/Redactor.js';
import type { ServerContext } from '../../server/src/requests/ServerContext.js';
import { StatusAnnouncer } from '../../server/src/requests/StatusAnnouncer.js';
import { withCredentials } from '../../server/src/requests/withCredentials.js';
import { configurationText } from '../support/configurationText.js';
import { EngineDouble, finishedRun } from '../support/EngineDouble.js';
import { ManualClock } from '../support/ManualClock.js';

const origin = 'https://git.example.com';
const signal = new AbortController().signal;

function setUp(answers: (CredentialRequest.Result | null)[]) {
  const asked: CredentialRequest.Params[] = [];
  const opened: EngineDouble[] = [];
  const redactor = new Redactor();
  const bindings = new BindingRegistry(({ name }) => {
    const engine = new EngineDouble(name);
    opened.push(engine);
    return engine;
  });
  bindings.configure({ files: [{ uri: 'file:///w/docbridge.json', text: configurationText(['a']) }] });
  const credentials = new ClientCredentials(
    (params) => {
      asked.push(params);
      return Promise.resolve(answers.shift() ?? null);
    },
    redactor,
    () => undefined,
  );
  const status = new StatusAnnouncer(bindings, () => undefined, nullLogger);
  const watcher = new PlatformWatcher({
    bindings,
    status,
    clock: new ManualClock(),
    logger: nullLogger,
    notify: () => undefined,
  });
  const noProbe = (): never => assert.fail('nothing is probed');
  const context: ServerContext = {
    bindings,
    credentials,
    redactor,
    logger: nullLogger,
    clock: new ManualClock(),
    status,
    watcher,
    probes: { withPlatform: noProbe, withRemote: noProbe },
    refreshDiagnostics: () => undefined,
  };
  /** As an engine does it: needs a Git token, and the right one. */
  const work = async (): Promise<string> => {
    const credential = await credentials.git('a', origin);
    if (credential === undefined) throw new CredentialMissingError('git', 'a', origin, 'Sign in.');
    if (credential.token !== 'right') throw new GitAuthError(origin, '401');
    return 'done';
  };
  return { asked, opened, context, work };
}

suite('withCredentials', () => {
  test('asks once more after a refusal, and works with a new engine', async () => {
    const { asked, opened, context, work } = setUp([
      { git: { token: 'wrong' } },
      { git: { token: 'right' } },
    ]);
    assert.equal(await withCredentials(context, 'a', signal, work), 'done');
    assert.deepEqual(
      asked.map(({ refused }) => refused),
      [false, true],
    );
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(
      opened.map(({ disposed }) => disposed),
      [true, false],
    );
  });

  test('two refusals are enough', async () => {
    const { asked, context, work } = setUp([{ git: { token: 'wrong' } }, { git: { token: 'worse' } }]);
    await assert.rejects(withCredentials(context, 'a', signal, work), { code: 'git-auth' });
    assert.equal(asked.length, 2);
  });

  test('when the person declines, the refusal is told', async () => {
    const { context, work } = setUp([{ git: { token: 'wrong' } }, null]);
    await assert.rejects(withCredentials(context, 'a', signal, work), { code: 'git-auth' });
  });

  test('declined from the start: refused once, and not asked again', async () => {
    const { asked, context } = setUp([null]);
    const anonymous = async (): Promise<never> => {
      assert.equal(await context.credentials.git('a', origin), undefined);
      throw new GitAuthError(origin, '401');
    };
    await assert.rejects(withCredentials(context, 'a', signal, anonymous), { code: 'git-auth' });
    assert.equal(asked.length, 1);
  });

  test('a missing credential is no refusal', async () => {
    const { asked, context, work } = setUp([null]);
    await assert.rejects(withCredentials(context, 'a', signal, work), { code: 'credential-missing' });
    assert.equal(asked.length, 1);
  });

  test('a run that carries the refusal is run again', async () => {
    const { context } = setUp([{ platform: { token: 'wrong' } }, { platform: { token: 'right' } }]);
    const refused = finishedRun({ status: 'error', error: new PlatformAuthError(origin, '401').toJSON() });
    const result = await withCredentials(
      context,
      'a',
      signal,
      async () => {
        const { token } = await context.credentials.platform('a', origin);
        return token === 'right' ? finishedRun() : refused;
      },
      ({ error }) => error,
    );
    assert.equal(result.status, 'success');
  });

  test('two requests that failed with the same credential ask once', async () => {
    const { asked, context, work } = setUp([
      { git: { token: 'wrong' } },
      { git: { token: 'right' } },
      { git: { token: 'not asked for' } },
    ]);
    const both = [1, 2].map(() => withCredentials(context, 'a', signal, work));
    assert.deepEqual(await Promise.all(both), ['done', 'done']);
    assert.equal(asked.length, 2);
  });

  test('other errors pass', async () => {
    const { context } = setUp([]);
    const failing = (): Promise<never> => Promise.reject(new TypeError('defect'));
    await assert.rejects(withCredentials(context, 'a', signal, failing), TypeError);
  });
});
