import assert from 'node:assert/strict';
import { BindingRegistry } from '../../../server/src/requests/BindingRegistry.js';
import type { OpenBinding } from '../../../server/src/requests/OpenBinding.js';
import { canonicalUri, locateDocument } from '../../../server/src/requests/diagnostics/locateDocument.js';
import { configurationText } from '../../support/configurationText.js';

function bindingsOf(...names: readonly string[]): readonly OpenBinding[] {
  const registry = new BindingRegistry(() => assert.fail('no engine is opened'));
  registry.configure({
    files: [{ uri: 'file:///c%3A/My%20Work/docbridge.json', text: configurationText(names) }],
  });
  return registry.all;
}

function locate(uri: string, languageId = 'markdown', text = ''): string | undefined {
  const place = locateDocument({ uri, languageId, text }, bindingsOf('docs', 'docs/inner'.replace('/', '-')));
  return place && `${place.kind} ${place.path} ${place.binding?.binding.name ?? '-'}`;
}

suite('locateDocument', () => {
  test('Markdown inside a directory of a binding, however its URI is spelled', () => {
    assert.equal(locate('file:///c%3A/My%20Work/docs/a%20b/c.md'), 'markdown a b/c.md docs');
    assert.equal(locate('file:///c:/My Work/docs/c.md'), 'markdown c.md docs');
    assert.equal(locate('file:///c%3A/My%20Work/docs-inner/c.md'), 'markdown c.md docs-inner');
  });

  test('Markdown anywhere else is not ours', () => {
    assert.equal(locate('file:///c%3A/My%20Work/README.md'), undefined);
    assert.equal(locate('file:///elsewhere/docs/a.md'), undefined);
    assert.equal(locate('untitled:Untitled-1'), undefined);
  });

  test('the virtual workspace', () => {
    assert.equal(locate('docbridge:/docs/guide/start.md'), 'markdown guide/start.md docs');
    assert.equal(locate('docbridge-base:/docs/guide/start.md'), undefined);
    assert.equal(locate('docbridge:/other/start.md'), undefined);
  });

  test('the index of apps and docbridge.json anywhere', () => {
    assert.equal(locate('file:///x/.meta/meta.json', 'json'), 'meta .meta/meta.json -');
    assert.equal(locate('file:///c%3A/My%20Work/docs/.meta/meta.json', 'json'), 'meta .meta/meta.json docs');
    assert.equal(locate('file:///x/docbridge.json', 'json'), 'configuration docbridge.json -');
  });

  test('JSON of a binding is an app when it looks like one', () => {
    const uri = 'file:///c%3A/My%20Work/docs/Orders/v1.json';
    assert.equal(locate(uri, 'json', '{"app":[{"definition":{"appV2":{}}}]}'), 'app Orders/v1.json docs');
    assert.equal(locate(uri, 'json', '{}'), undefined);
  });

  test('one spelling for each URI', () => {
    const spellings = ['file:///c:/a@b/ü.md', 'file:///c%3A/a%40b/%C3%BC.md', 'FILE:///c:/a@b/%c3%bc.md'];
    assert.equal(new Set(spellings.map(canonicalUri)).size, 1);
    assert.equal(canonicalUri('file:///100%.md'), canonicalUri('file:///100%25.md'));
  });
});
