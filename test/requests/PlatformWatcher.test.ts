import assert from 'node:assert/strict';
import { NetworkError } from '../../server/src/errors/networkErrors.js';
import { nullLogger } from '../../server/src/ports/Logger.js';
import { BindingRegistry } from '../../server/src/requests/BindingRegistry.js';
import { PlatformWatcher } from '../../server/src/requests/PlatformWatcher.js';
import { StatusAnnouncer } from '../../server/src/requests/StatusAnnouncer.js';
import { configurationText } from '../support/configurationText.js';
import { documentEntry, EngineDouble } from '../support/EngineDouble.js';
import { ManualClock } from '../support/ManualClock.js';

function setUp() {
  const engine = new EngineDouble('a');
  const bindings = new BindingRegistry(() => engine);
  bindings.configure({ files: [{ uri: 'file:///w/docbridge.json', text: configurationText(['a']) }] });
  const clock = new ManualClock();
  const news: string[] = [];
  const status = new StatusAnnouncer(bindings, ({ state }) => news.push(`status ${state}`), nullLogger);
  const watcher = new PlatformWatcher({
    bindings,
    status,
    clock,
    logger: nullLogger,
    notify: ({ binding, changes }) => {
      news.push(...changes.map(({ kind, path }) => `${binding} ${kind} ${path}`));
    },
  });
  return { engine, clock, news, watcher };
}

suite('PlatformWatcher', () => {
  test('the first look only learns, later ones tell what changed', async () => {
    const { engine, clock, news, watcher } = setUp();
    engine.entries = [documentEntry('one.md')];
    watcher.watch('a', true);
    await clock.settle();
    assert.deepEqual(news, []);
    engine.entries = [documentEntry('one.md', '2'), documentEntry('two.md')];
    await clock.advance(60_000);
    assert.deepEqual(news, ['a changed one.md', 'a created two.md', 'status in-sync']);
    watcher.dispose();
  });

  test('looks less often while nothing happens, and often again after a change', async () => {
    const { engine, clock, watcher } = setUp();
    watcher.watch('a', true);
    await clock.settle();
    const first = clock.sleeping[0]!;
    for (let look = 0; look < 10; look++) await clock.advance(clock.sleeping[0]!);
    assert.ok(clock.sleeping[0]! > first);
    engine.entries = [documentEntry('new.md')];
    await clock.advance(clock.sleeping[0]!);
    assert.ok(clock.sleeping[0]! < first);
    watcher.dispose();
  });

  test('goes on after errors, with longer and longer waits', async () => {
    const { engine, clock, news, watcher } = setUp();
    watcher.watch('a', true);
    await clock.settle();
    engine.onList = () => Promise.reject(new NetworkError('http://127.0.0.1:1/', 'refused'));
    const waits: number[] = [];
    for (let look = 0; look < 8; look++) {
      await clock.advance(clock.sleeping[0]!);
      waits.push(clock.sleeping[0]!);
    }
    assert.deepEqual(
      waits,
      [...waits].sort((x, y) => x - y),
    );
    assert.equal(waits.at(-1), 300_000);
    engine.onList = () => Promise.resolve([documentEntry('back.md')]);
    await clock.advance(300_000);
    assert.deepEqual(news, ['a created back.md', 'status in-sync']);
    watcher.dispose();
  });

  test('never looks twice at the same time', async () => {
    const { engine, clock, watcher } = setUp();
    let looks = 0;
    engine.onList = () => {
      looks++;
      return new Promise(() => undefined);
    };
    watcher.watch('a', true);
    watcher.watch('a', true);
    await clock.advance(1_000_000);
    assert.equal(looks, 1);
    watcher.dispose();
  });

  test('pauses while the window is not active', async () => {
    const { engine, clock, watcher } = setUp();
    let looks = 0;
    engine.onList = () => Promise.resolve([documentEntry(`${++looks}.md`)]);
    watcher.watch('a', true);
    await clock.settle();
    watcher.setActive(false);
    await clock.advance(1_000_000);
    await clock.advance(1_000_000);
    assert.equal(looks, 1);
    watcher.setActive(true);
    await clock.settle();
    assert.equal(looks, 2);
    watcher.dispose();
  });

  test('what the client did itself is no news, but what came along with it is', async () => {
    const { engine, clock, news, watcher } = setUp();
    watcher.watch('a', true);
    await clock.settle();
    engine.entries = [documentEntry('new/mine.md'), documentEntry('new'), documentEntry('theirs.md')];
    await watcher.acknowledge('a', ['new/mine.md']);
    await clock.advance(60_000);
    assert.deepEqual(news, ['a created theirs.md', 'status in-sync']);
    watcher.dispose();
  });

  test('stops', async () => {
    const { engine, clock, watcher } = setUp();
    let looks = 0;
    engine.onList = () => Promise.resolve([documentEntry(`${++looks}.md`)]);
    watcher.watch('a', true);
    await clock.settle();
    watcher.watch('a', false);
    await clock.advance(1_000_000);
    assert.equal(looks, 1);
    assert.deepEqual(clock.sleeping, []);
  });
});
