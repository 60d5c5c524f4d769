import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addBinding, bindingNames, freeName, type NewBinding } from '../../client/src/bindings/addBinding.js';
import { parseConfiguration } from '../../server/src/config/parseConfiguration.js';

const binding = (name: string): NewBinding => ({
  name,
  platform: { kind: 'ondoki', url: 'https://docs.example.com', subject: 'p1' },
  repository: { url: `https://github.com/acme/${name}.git`, branch: 'main', directory: 'docs' },
  direction: 'both',
});

suite('adding a binding to docbridge.json', () => {
  test('makes a configuration that the server takes', () => {
    const text = addBinding(undefined, binding('handbook'));
    assert.deepEqual(
      parseConfiguration(text, 'docbridge.json').bindings.map(({ name }) => name),
      ['handbook'],
    );
    assert.equal(addBinding('  \n', binding('handbook')), text);
  });

  test('keeps every byte of what was there', () => {
    const before = '{\n    "bindings": [\n        { "name": "a",   "enabled": false }\n    ]\n}\n';
    const after = addBinding(before, binding('b'));
    assert.ok(after.startsWith(before.slice(0, before.indexOf('}\n    ]') + 1)));
    assert.deepEqual(bindingNames(after), ['a', 'b']);
  });

  test('adds to an empty list and to a file without one', () => {
    assert.deepEqual(bindingNames(addBinding('{ "bindings": [] }', binding('a'))), ['a']);
    assert.deepEqual(bindingNames(addBinding('{}', binding('a'))), ['a']);
  });

  test('names of anything else are none', () => {
    for (const text of [
      undefined,
      '',
      '[]',
      '{"bindings": 5}',
      '{"bindings": [5, {"name": 6}]}',
      'nonsense',
    ]) {
      assert.deepEqual(bindingNames(text), []);
    }
  });

  test('a free name is one that the server takes, and free', () => {
    assert.equal(freeName('Kettle Lane handbook', []), 'kettle-lane-handbook');
    assert.equal(freeName('Docs', ['docs', 'docs-2']), 'docs-3');
    assert.equal(freeName('日本語', []), 'binding');
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (subject, used) => {
        const name = freeName(subject, used);
        assert.equal(used.includes(name), false);
        parseConfiguration(addBinding(undefined, binding(name)), 'docbridge.json');
      }),
    );
  });
});
