/** A URL of a Git repository, taken apart, or why it cannot be used as a phrase for a person. */
export type RepositoryUrl =
  | { readonly ok: true; readonly url: string; readonly origin: string; readonly loopback: boolean }
  | { readonly ok: false; readonly problem: string };

const supported = 'use the https:// address of the repository';

/**
 * Checks the URL of a repository before anything is sent to it: only http and https, a host, no user info, no
 * control characters (CVE-2020-5260, CVE-2024-52006), no leading hyphen (CVE-2017-1000117). `url` has no
 * trailing slash. A problem never repeats the URL, which might hold a secret.
 */
export function parseRepositoryUrl(text: string): RepositoryUrl {
  const problem = problemOf(text);
  if (problem !== undefined) return { ok: false, problem };
  const { protocol, host, hostname, pathname, origin } = new URL(text);
  const path = pathname.replace(/\/+$/, '');
  if (path === '') return { ok: false, problem: 'it names no repository, only a host' };
  const loopback = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return { ok: true, url: `${protocol}//${host}${path}`, origin, loopback };
}

function problemOf(text: string): string | undefined {
  if (/[\p{Cc}\p{Cf}\s\\]/u.test(text))
    return 'it has a space, a backslash, a line break or a hidden character';
  if (text.startsWith('-')) return 'it begins with a hyphen';
  if (/^(ssh|git\+ssh):\/\//i.test(text) || /^[^/:]+@[^/:]+:/.test(text)) {
    return `SSH addresses are not supported yet; ${supported}`;
  }
  if (!/^https?:\/\//i.test(text)) return `only https and http are supported; ${supported}`;
  const authority = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';
  if (authority.includes('@'))
    return 'it holds a user name or password; give the token as a credential instead';
  if (authority === '' || authority.startsWith(':') || authority.startsWith('-')) return 'it has no host';
  if (/[?#]/.test(text)) return 'it has a query or a fragment';
  return URL.canParse(text) ? undefined : 'it is not a URL';
}

/** Why a branch name cannot be one (git-check-ref-format(1)), or `undefined`. */
export function branchNameProblem(branch: string): string | undefined {
  if (branch === '' || branch.length > 200) return 'it is empty or too long';
  if (/[\p{Cc}\p{Cf} ~^:?*[\\]/u.test(branch)) return 'it has a character that branch names cannot have';
  if (branch.startsWith('-') || branch === '@' || branch === 'HEAD') return 'Git does not allow this name';
  if (/\.\.|@\{|\/\/|^\/|\/$|\.$|(^|\/)\.|\.lock(\/|$)/.test(branch)) return 'Git does not allow this name';
  return undefined;
}
