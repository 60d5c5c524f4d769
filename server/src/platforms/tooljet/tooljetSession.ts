import { PlatformAuthError } from '../../errors/platformErrors.js';
import type { PlatformCredential } from '../../ports/Credentials.js';
import type { Authorization } from '../Authenticator.js';
import { CredentialSession, headerToken } from '../CredentialSession.js';
import type { PlatformClient } from '../PlatformClient.js';

const cookieName = 'tj_auth_token';
const externalPrefix = 'Basic ';

/** `true` for the static token of ToolJet's external API, which is given as ToolJet's manual writes it: `Basic …`. */
export function isExternalToken(authorization: Authorization): boolean {
  return authorization.credential.header === 'authorization';
}

/**
 * Signs in to ToolJet: a session token as the cookie `tj_auth_token`; `Basic …` as the header of the external API;
 * or e-mail and password by POST `/api/authenticate[/<workspace>]`, again when the session ends. `client` sends
 * without a credential.
 */
export function tooljetSession(
  client: PlatformClient,
  credential: () => Promise<PlatformCredential | undefined>,
  workspace: string | undefined,
): CredentialSession {
  const { origin } = client;
  const signIn = async ({ user, password }: PlatformCredential): Promise<Authorization | undefined> => {
    if (user === undefined || password === undefined) return undefined;
    const path =
      workspace === undefined ? '/api/authenticate' : `/api/authenticate/${encodeURIComponent(workspace)}`;
    const json = { email: user, password };
    const { headers } = await client.send({ method: 'POST', path, json, what: 'sign-in' });
    const session = cookieOf(headers['set-cookie'] ?? '');
    if (session === undefined)
      throw new PlatformAuthError(origin, `the sign-in gave no cookie ${cookieName}`);
    return cookie(session, origin);
  };
  return new CredentialSession({
    origin,
    credential,
    open: async (given) =>
      given.token === undefined ? signIn(given) : tokenAuthorization(given.token, origin),
    reopen: (given) => (given.token === undefined ? signIn(given) : Promise.resolve(undefined)),
  });
}

function tokenAuthorization(token: string, origin: string): Authorization {
  const plain = headerToken(token, origin);
  return plain.startsWith(externalPrefix)
    ? { credential: { header: 'authorization', value: plain } }
    : cookie(plain, origin);
}

function cookie(session: string, origin: string): Authorization {
  if (/[;, "\\]/.test(session))
    throw new PlatformAuthError(origin, 'the token holds characters that no cookie has');
  return { credential: { header: 'cookie', value: `${cookieName}=${session}` } };
}

/** `header`: the Set-Cookie headers, one a line. */
function cookieOf(header: string): string | undefined {
  const line = header.split('\n').find((one) => one.startsWith(`${cookieName}=`));
  const value = line?.slice(cookieName.length + 1).split(';')[0];
  return value === '' ? undefined : value;
}
