import assert from 'node:assert/strict';

import { basicAuthorization } from '../../server/src/git/basicAuthorization.js';

suite('basicAuthorization', () => {
  const pair = (origin: string, user?: string): string => {
    const { header, value } = basicAuthorization(
      { token: 't:ö', ...(user === undefined ? {} : { user }) },
      origin,
    );
    assert.equal(header, 'authorization');
    return Buffer.from(value.slice('Basic '.length), 'base64').toString();
  };

  test("follows the forge's convention unless a user is given", () => {
    assert.equal(pair('https://github.com'), 'x-access-token:t:ö');
    assert.equal(pair('https://gitlab.com'), 'oauth2:t:ö');
    assert.equal(pair('https://gitlab.acme.example'), 'oauth2:t:ö');
    assert.equal(pair('https://bitbucket.org'), 'x-token-auth:t:ö');
    assert.equal(pair('https://dev.azure.com'), 'x-access-token:t:ö');
    assert.equal(pair('https://gitlab.com', 'ada'), 'ada:t:ö');
  });
});
