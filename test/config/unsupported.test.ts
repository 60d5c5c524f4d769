import assert from 'node:assert/strict';
import { parseConfiguration } from '../../server/src/config/parseConfiguration.js';
import { assertSupported } from '../../server/src/config/unsupported.js';
import { NotSupportedYetError } from '../../server/src/errors/usageErrors.js';

function binding(more: Readonly<Record<string, unknown>> = {}) {
  const written = {
    name: 'a',
    platform: { kind: 'ondoki', url: 'https://docs.example.com', subject: 'p' },
    repository: { url: 'https://github.com/acme/a.git' },
    ...more,
  };
  const [resolved] = parseConfiguration(JSON.stringify({ bindings: [written] }), 'f').bindings;
  assert.ok(resolved);
  return resolved;
}

suite('assertSupported', () => {
  test('takes the defaults', () => {
    assert.doesNotThrow(() => assertSupported(binding()));
  });

  for (const [key, more] of [
    ['format', { format: 'gitbook' }],
    ['format', { format: 'split' }],
    ['format', { format: 'mirror' }],
    ['runBy', { runBy: 'platform' }],
    ['commit.mode', { commit: { mode: 'pull-request' } }],
    ['commit.mode', { commit: { mode: 'api' } }],
    ['base', { base: 'repository' }],
    ['autoSync', { autoSync: true }],
    ['repository.url', { repository: { url: 'git@github.com:acme/a.git' } }],
    ['platform.kind', { platform: { kind: 'gitbook', url: 'https://api.gitbook.com', subject: 's' } }],
  ] as const) {
    test(`refuses ${JSON.stringify(more)}`, () => {
      assert.throws(
        () => assertSupported(binding(more)),
        (error) => {
          assert.ok(error instanceof NotSupportedYetError);
          assert.equal(error.code, 'not-supported-yet');
          assert.equal(error.data['key'], key);
          return true;
        },
      );
    });
  }
});
