/** Whether two clone URLs mean the same repository: user info, `.git`, a last slash and upper case aside. */
export function sameRepository(a: string, b: string): boolean {
  return canonical(a) === canonical(b);
}

function canonical(url: string): string {
  const scp = /^(?:[^@/]+@)?([^:/]+):(?!\/\/)(.+)$/.exec(url);
  const [host, path] = scp === null ? hostAndPath(url) : [scp[1] ?? '', scp[2] ?? ''];
  const trimmed = path.replace(/^\/+|\/+$/g, '').replace(/\.git$/i, '');
  return `${host}/${trimmed}`.toLowerCase();
}

function hostAndPath(url: string): readonly [string, string] {
  if (!URL.canParse(url)) return ['', url];
  const { protocol, hostname, port, pathname } = new URL(url);
  // The port of SSH says nothing about the repository; the one of a loopback server does.
  return [port === '' || protocol === 'ssh:' ? hostname : `${hostname}:${port}`, pathname];
}
