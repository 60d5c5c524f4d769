import type { GitCredential } from '../ports/Credentials.js';

/**
 * The credential of a request by HTTP Basic authentication (RFC 7617). Without a user name of its own the
 * forge's convention counts: `oauth2` at GitLab, `x-token-auth` at Bitbucket; GitHub, Gitea and Azure Repos
 * take any.
 */
export function basicAuthorization(
  credential: GitCredential,
  origin: string,
): { readonly header: 'authorization'; readonly value: string } {
  const user = credential.user ?? conventionalUser(new URL(origin).hostname);
  const pair = Buffer.from(`${user}:${credential.token}`, 'utf8').toString('base64');
  return { header: 'authorization', value: `Basic ${pair}` };
}

function conventionalUser(host: string): string {
  const labels = host.toLowerCase().split('.');
  if (labels.includes('gitlab')) return 'oauth2';
  if (labels.includes('bitbucket')) return 'x-token-auth';
  return 'x-access-token';
}
