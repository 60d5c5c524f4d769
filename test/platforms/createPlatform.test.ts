import assert from 'node:assert/strict';
import { UrlRefusedError } from '../../server/src/errors/networkErrors.js';
import { UnsupportedPlatformError } from '../../server/src/errors/platformErrors.js';
import { testPlatform } from './testPlatform.js';

suite('createPlatform', () => {
  test('makes the adapters that there are, without a request', () => {
    for (const kind of ['embedded', 'ondoki', 'tooljet'] as const) {
      assert.equal(testPlatform(kind, 'http://127.0.0.1:1', undefined).kind, kind);
    }
  });

  test('the embedded platform takes our own nodes, ondoki does not', () => {
    const extended = (kind: 'embedded' | 'ondoki'): boolean | undefined =>
      testPlatform(kind, 'http://127.0.0.1:1', undefined).capabilities.document?.extendedSchema;
    assert.equal(extended('embedded'), true);
    assert.equal(extended('ondoki'), false);
  });

  test('names what it can do when it cannot', () => {
    for (const kind of ['gitbook', 'coregit', 'outline', 'docmost'] as const) {
      assert.throws(
        () => testPlatform(kind, 'https://a.example', undefined),
        (error) =>
          error instanceof UnsupportedPlatformError && /embedded, ondoki, tooljet/.test(error.message),
      );
    }
  });

  test('refuses an address with a password in it', () => {
    assert.throws(() => testPlatform('ondoki', 'https://a:b@a.example', undefined), UrlRefusedError);
  });
});
