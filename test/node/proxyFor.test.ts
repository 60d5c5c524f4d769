import assert from 'node:assert/strict';

import { proxyFor } from '../../server/src/node/proxyFor.js';

suite('proxyFor', () => {
  const found = (url: string, environment: Record<string, string>): string | undefined =>
    proxyFor(new URL(url), environment)?.href;

  test('takes the variable of the scheme, lower case first, then ALL_PROXY', () => {
    const environment = { http_proxy: 'http://a:1', HTTP_PROXY: 'http://b:2', HTTPS_PROXY: 'c:3' };
    assert.equal(found('http://example.com/', environment), 'http://a:1/');
    assert.equal(found('https://example.com/', environment), 'http://c:3/');
    assert.equal(found('https://example.com/', { all_proxy: 'http://d:4' }), 'http://d:4/');
    assert.equal(found('https://example.com/', { HTTPS_PROXY: '' }), undefined);
    assert.equal(found('https://example.com/', {}), undefined);
    assert.equal(found('https://example.com/', { HTTPS_PROXY: 'socks5://a:1' }), undefined);
    assert.equal(found('https://example.com/', { HTTPS_PROXY: '://' }), undefined);
  });

  test('this machine is never asked for through a proxy', () => {
    for (const host of ['localhost', 'a.localhost', '127.0.0.1', '127.9.9.9', '[::1]']) {
      assert.equal(found(`http://${host}:80/`, { http_proxy: 'http://a:1' }), undefined, host);
    }
    assert.ok(found('http://127.example.com/', { http_proxy: 'http://a:1' }));
  });

  test('NO_PROXY takes hosts, domains, ports and everything', () => {
    const through = (url: string, no_proxy: string): boolean =>
      found(url, { https_proxy: 'http://a:1', http_proxy: 'http://a:1', no_proxy }) !== undefined;
    assert.equal(through('https://example.com/', 'example.com'), false);
    assert.equal(through('https://git.example.com/', 'other.org, .example.com'), false);
    assert.equal(through('https://git.example.com/', '*.example.com'), false);
    assert.equal(through('https://notexample.com/', 'example.com'), true);
    assert.equal(through('https://example.com/', 'example.com:443'), false);
    assert.equal(through('https://example.com/', 'example.com:8443'), true);
    assert.equal(through('http://[2001:db8::1]/', '[2001:db8::1]'), false);
    assert.equal(through('https://example.com/', '*'), false);
    assert.equal(through('https://example.com/', ' , '), true);
  });
});
