import { PlatformAuthError } from '../../errors/platformErrors.js';
import type { PlatformCredential } from '../../ports/Credentials.js';
import type { Authorization } from '../Authenticator.js';
import { CredentialSession, headerToken } from '../CredentialSession.js';
import type { PlatformClient } from '../PlatformClient.js';
import { WireRecord } from '../WireRecord.js';

/**
 * Signs in to ondoki: a bearer token, renewed once by POST `/auth/refresh` when there is a refresh token (the access
 * token lives for an hour, the refresh token for thirty days). `client` sends without a credential.
 */
export function ondokiSession(
  client: PlatformClient,
  credential: () => Promise<PlatformCredential | undefined>,
): CredentialSession {
  const { origin } = client;
  const refresh = async ({ refreshToken }: PlatformCredential): Promise<Authorization | undefined> => {
    if (refreshToken === undefined) return undefined;
    const value = await client.json({
      method: 'POST',
      path: '/api/v1/auth/refresh',
      json: { refresh_token: refreshToken },
      what: 'sign-in',
      refusals: { 400: (detail) => new PlatformAuthError(origin, detail) },
    });
    return bearer(new WireRecord(value, origin, 'the new token').text('access_token'), origin);
  };
  return new CredentialSession({
    origin,
    credential,
    open: async (given) => (given.token === undefined ? refresh(given) : bearer(given.token, origin)),
    reopen: refresh,
  });
}

function bearer(token: string, origin: string): Authorization {
  return { credential: { header: 'authorization', value: `Bearer ${headerToken(token, origin)}` } };
}
