import assert from 'node:assert/strict';
import { BindingRegistry } from '../../server/src/requests/BindingRegistry.js';
import { configurationText } from '../support/configurationText.js';
import { EngineDouble } from '../support/EngineDouble.js';

const uri = 'file:///work/docbridge.json';

function setUp(): { readonly registry: BindingRegistry; readonly opened: EngineDouble[] } {
  const opened: EngineDouble[] = [];
  const registry = new BindingRegistry(({ name }) => {
    const engine = new EngineDouble(name);
    opened.push(engine);
    return engine;
  });
  return { registry, opened };
}

suite('BindingRegistry', () => {
  test('answers what it serves and opens nothing before it is used', async () => {
    const { registry, opened } = setUp();
    const { result } = registry.configure({ files: [{ uri, text: configurationText(['a', 'b']) }] });
    assert.deepEqual(
      result.bindings.map(({ name, uri: from, directory }) => [name, from, directory]),
      [
        ['a', uri, 'a'],
        ['b', uri, 'b'],
      ],
    );
    assert.deepEqual(result.errors, []);
    assert.equal(opened.length, 0);
    await registry.get('a').use(undefined, (engine) => Promise.resolve(engine.name));
    await registry.get('a').use(undefined, (engine) => Promise.resolve(engine.name));
    assert.deepEqual(
      opened.map(({ name }) => name),
      ['a'],
    );
  });

  test('a broken file takes nothing from the others', () => {
    const { registry } = setUp();
    const { result } = registry.configure({
      files: [
        { uri, text: configurationText(['a']) },
        { uri: 'file:///other/docbridge.json', text: '{' },
        { uri: 'file:///third/docbridge.json', text: configurationText(['a']) },
      ],
    });
    assert.deepEqual(
      result.bindings.map(({ name }) => name),
      ['a'],
    );
    assert.deepEqual(
      result.errors.map(({ uri: from, error }) => [from, error.code]),
      [
        ['file:///other/docbridge.json', 'configuration'],
        ['file:///third/docbridge.json', 'configuration'],
      ],
    );
  });

  test('keeps the engine of an unchanged binding, closes those of changed and removed ones', async () => {
    const { registry, opened } = setUp();
    registry.configure({ files: [{ uri, text: configurationText(['a', 'b', 'c']) }] });
    for (const open of registry.all) await open.use(undefined, () => Promise.resolve());
    const [a, b] = (JSON.parse(configurationText(['a', 'b'])) as { bindings: object[] }).bindings;
    const { closed } = registry.configure({
      files: [{ uri, text: JSON.stringify({ bindings: [a, { ...b, direction: 'export' }] }) }],
    });
    await closed;
    assert.deepEqual(
      opened.map(({ name, disposed }) => [name, disposed]),
      [
        ['a', false],
        ['b', true],
        ['c', true],
      ],
    );
    assert.throws(() => registry.get('c'), { code: 'unknown-binding' });
  });

  test('closing stops what runs and waits for it', async () => {
    const { registry, opened } = setUp();
    registry.configure({ files: [{ uri, text: configurationText(['a']) }] });
    const order: string[] = [];
    const running = registry.get('a').use(undefined, async (_engine, signal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      await Promise.resolve();
      order.push(`stopped, disposed: ${opened[0]!.disposed}`);
    });
    await registry.configure({ files: [] }).closed;
    order.push('closed');
    await running;
    assert.deepEqual(order, ['stopped, disposed: false', 'closed']);
    assert.equal(opened[0]!.disposed, true);
  });

  test('another proxy means other connections', async () => {
    const { registry, opened } = setUp();
    const files = [{ uri, text: configurationText(['a']) }];
    registry.configure({ files });
    await registry.get('a').use(undefined, () => Promise.resolve());
    await registry.configure({ files, proxy: 'http://127.0.0.1:3128' }).closed;
    await registry.get('a').use(undefined, () => Promise.resolve());
    assert.deepEqual(
      opened.map(({ disposed }) => disposed),
      [true, false],
    );
  });

  test('a disabled binding is not served', () => {
    const { registry } = setUp();
    const text = configurationText(['a'], { enabled: false });
    assert.deepEqual(registry.configure({ files: [{ uri, text }] }).result.bindings, []);
  });
});
