/** Environment variables as `process.env` gives them. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for a URL by the usual variables, lower or upper case, or `undefined` for a direct connection.
 * Loopback addresses never go through a proxy. A `NO_PROXY` entry is `*`, a host, a domain with or without
 * leading dot (its subdomains included), each with an optional port. A proxy that is not http is ignored.
 */
export function proxyFor(url: URL, environment: ProxyEnvironment): URL | undefined {
  if (isLoopback(url.hostname) || isExcepted(url, variable(environment, 'NO_PROXY') ?? '')) return undefined;
  const own = variable(environment, url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY');
  const text = own ?? variable(environment, 'ALL_PROXY');
  if (text === undefined) return undefined;
  const address = text.includes('://') ? text : `http://${text}`;
  if (!URL.canParse(address)) return undefined;
  const proxy = new URL(address);
  return proxy.protocol === 'http:' ? proxy : undefined;
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i.test(hostname);
}

function variable(environment: ProxyEnvironment, name: string): string | undefined {
  const value = environment[name.toLowerCase()] ?? environment[name];
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}

function isExcepted(url: URL, list: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const match = /^\[?(.*?)\]?(?::(\d+))?$/.exec(entry.toLowerCase());
      const name = (match?.[1] ?? '').replace(/^\*?\./, '');
      const onlyPort = match?.[2];
      if (name === '' || (onlyPort !== undefined && onlyPort !== port)) return false;
      return host === name || host.endsWith(`.${name}`);
    });
}
