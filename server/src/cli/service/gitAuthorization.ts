import type { IncomingMessage } from 'node:http';
import type { GitAuthorization } from '../../api/gitHttpBackend.js';
import type { EmbeddedStore } from '../../platforms/embedded/store/EmbeddedStore.js';

/** Who may use the repositories: everybody with a token of the platform, as password or bearer token. */
export function gitAuthorization(store: EmbeddedStore): (request: IncomingMessage) => GitAuthorization {
  return ({ headers }) => {
    const token = tokenOf(headers.authorization ?? '');
    const user = token === undefined ? undefined : store.accounts.userOfToken(token);
    return user === undefined ? undefined : { user: user.email };
  };
}

function tokenOf(authorization: string): string | undefined {
  const [scheme = '', value = ''] = authorization.split(' ', 2);
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const plain = Buffer.from(value, 'base64').toString();
  const colon = plain.indexOf(':');
  return colon < 0 ? undefined : plain.slice(colon + 1);
}
