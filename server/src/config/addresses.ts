// Rules of trust: no credential in a URL, no character that Git or a shell could read as something else
// (CVE-2020-5260, CVE-2020-11008, CVE-2024-52006), no scheme that runs a program.

const control = /[\u0000-\u0020\u007f]/u;

/** How a repository is reached. */
export type RepositoryScheme = 'http' | 'https' | 'ssh';

/** The scheme of a repository's URL; `undefined` when it is none of ours. `git@host:path` is SSH. */
export function repositoryScheme(url: string): RepositoryScheme | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//iu.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https' || scheme === 'ssh') return scheme;
  if (scheme === undefined && scpLike.test(url)) return 'ssh';
  return undefined;
}

const scpLike = /^(?:[\w.-]+@)?[\w][\w.-]*:(?![/]{2})[^:]+$/u;

/** What is wrong with a platform's URL; `undefined` when it can be used. */
export function platformUrlProblem(url: string): string | undefined {
  return httpProblem(url, ['http:', 'https:'], 'an http:// or https:// URL');
}

/** What is wrong with a repository's URL; `undefined` when it can be used. */
export function repositoryUrlProblem(url: string): string | undefined {
  const wanted = 'an https://, http:// or ssh:// URL, or git@host:path';
  if (control.test(url)) return 'must not hold spaces or control characters';
  if (url.startsWith('-')) return `must be ${wanted}`;
  const scheme = repositoryScheme(url);
  if (scheme === undefined) return `must be ${wanted}`;
  if (scheme !== 'ssh') return httpProblem(url, ['http:', 'https:'], wanted);
  if (!url.includes('://')) return undefined;
  const parsed = parse(url);
  if (parsed === undefined || parsed.hostname === '' || parsed.hostname.startsWith('-'))
    return `must be ${wanted}`;
  if (parsed.username.startsWith('-')) return 'must not hold a user name that begins with "-"';
  return parsed.password === '' ? undefined : secretInside;
}

const secretInside =
  'must not hold a user name, password or token; credentials are asked for or read from the environment';

function httpProblem(url: string, schemes: readonly string[], wanted: string): string | undefined {
  if (control.test(url)) return 'must not hold spaces or control characters';
  const parsed = parse(url);
  if (parsed === undefined || !schemes.includes(parsed.protocol)) return `must be ${wanted}`;
  if (!/^https?:\/\/[^/]/iu.test(url) || parsed.hostname === '') return `must be ${wanted}`;
  if (parsed.username !== '' || parsed.password !== '' || /^https?:\/\/[^/?#]*@/iu.test(url))
    return secretInside;
  if (parsed.search !== '' || parsed.hash !== '') return 'must not hold a query or a fragment';
  return undefined;
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

/** One form for all spellings of a repository's URL, to compare with; not to connect to. */
export function repositoryKey(url: string): string {
  const bare = url.replace(/\/+$/u, '').replace(/\.git$/iu, '');
  const parsed = parse(bare);
  if (parsed !== undefined && parsed.host !== '') {
    return `${parsed.host.toLowerCase()}/${parsed.pathname.replace(/^\/+/u, '')}`;
  }
  const scp = /^(?:[^@/]*@)?([^:/]+):\/*(.*)$/u.exec(bare);
  return scp === null ? bare : `${String(scp[1]).toLowerCase()}/${String(scp[2])}`;
}

/** Without trailing slashes, so that paths can be added. */
export function withoutTrailingSlash(url: string): string {
  return url.replace(/\/+$/u, '');
}
