import assert from 'node:assert/strict';
import type { Binding } from '../../server/src/config/Configuration.js';
import { authorOf } from '../../server/src/sync/author.js';

suite('author of a commit', () => {
  const ann = { id: '1', name: 'Ann Bee', email: 'ann@example.com', isAdmin: false };
  const by = (author: string, identity = ann): string => {
    const signature = authorOf({ commit: { author } } as Binding, identity, 1_700_000_000_999);
    assert.equal(signature.timestamp, 1_700_000_000);
    return `${signature.name} <${signature.email}>`;
  };

  test('is the acting user', () => assert.equal(by('{user}'), 'Ann Bee <ann@example.com>'));
  test('is who the configuration names', () => assert.equal(by('Bot <bot@x.org>'), 'Bot <bot@x.org>'));
  test('may mix both', () => assert.equal(by('{user} via Docs'), 'Ann Bee via Docs <ann@example.com>'));
  test('never breaks the commit object', () => {
    assert.equal(by('{user}', { ...ann, name: 'A\n<B>', email: 'a\r@x>' }), 'A B <a @x>');
    assert.equal(by('{user}', { ...ann, name: '', email: '' }), 'Docbridge <docbridge@localhost>');
  });
  test('takes a name with replacement patterns as it is', () => {
    assert.equal(by('{user}', { ...ann, name: '$& {user}' }), '$& {user} <ann@example.com>');
  });
});
