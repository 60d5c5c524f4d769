import assert from 'node:assert/strict';
import fc from 'fast-check';

import { parseRepositoryUrl } from '../../../server/src/git/core/repositoryUrl.js';

suite('repositoryUrl', () => {
  test('takes https and http, without a trailing slash', () => {
    assert.deepEqual(parseRepositoryUrl('HTTPS://GitHub.com/acme/handbook.git/'), {
      ok: true,
      url: 'https://github.com/acme/handbook.git',
      origin: 'https://github.com',
      loopback: false,
    });
    for (const url of ['http://127.0.0.1:8080/a', 'http://localhost/a', 'http://[::1]:80/a']) {
      const parsed = parseRepositoryUrl(url);
      assert.ok(parsed.ok && parsed.loopback, url);
    }
    for (const url of ['http://127.0.0.1.evil.example/a', 'http://localhost.evil.example/a']) {
      const parsed = parseRepositoryUrl(url);
      assert.ok(parsed.ok && !parsed.loopback, url);
    }
  });

  test('whatever the text, what is accepted is an address without user info, and a refusal does not repeat it', () => {
    const text = fc.oneof(
      fc.webUrl({ withQueryParameters: true }),
      fc.string(),
      fc.string().map((rest) => `https://secret${rest}@h/a`),
    );
    fc.assert(
      fc.property(text, (url) => {
        const parsed = parseRepositoryUrl(url);
        if (!parsed.ok) {
          assert.ok(!parsed.problem.includes('secret'));
          return;
        }
        const { username, password, protocol, search, hash, host } = new URL(parsed.url);
        assert.deepEqual([username, password, search, hash], ['', '', '', '']);
        assert.match(protocol, /^https?:$/);
        assert.notEqual(host, '');
        assert.deepEqual(parseRepositoryUrl(parsed.url), parsed);
      }),
    );
  });
});
