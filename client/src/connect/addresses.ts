import type { Translate } from '../ui/errorWords.js';

/** What is wrong with the address of a platform; `undefined`: nothing. */
export function platformUrlProblem(text: string, t: Translate): string | undefined {
  if (!URL.canParse(text.trim())) return t('Type a whole address, such as https://docs.example.com.');
  const { protocol, username, password } = new URL(text.trim());
  if (protocol !== 'https:' && protocol !== 'http:')
    return t('The address begins with https:// (or http://).');
  if (username !== '' || password !== '')
    return t('Leave user name and password out; you are asked for them.');
  return undefined;
}

/** What is wrong with the address of a repository: HTTPS, SSH or `git@host:path`. */
export function repositoryUrlProblem(text: string, t: Translate): string | undefined {
  const url = text.trim();
  if (/^[\w.-]+@[\w.-]+:[^:]+$/.test(url)) return undefined;
  if (!URL.canParse(url))
    return t('Type the address to clone from, such as https://github.com/acme/handbook.git.');
  const { protocol, password, username } = new URL(url);
  if (!['https:', 'http:', 'ssh:'].includes(protocol))
    return t('The address begins with https:// or ssh://.');
  if (password !== '' || (username !== '' && protocol !== 'ssh:')) {
    return t('Leave user name and password out; you are asked for them.');
  }
  return undefined;
}

/** The directory without slashes at its ends. */
export function cleanDirectory(text: string): string {
  return text.trim().replace(/^\/+|\/+$/g, '');
}

/** What is wrong with a directory of the repository. */
export function directoryProblem(text: string, t: Translate): string | undefined {
  const bad = cleanDirectory(text)
    .split('/')
    .some((part) => part === '.' || part === '..' || part.toLowerCase() === '.git');
  return bad || text.includes('\\') ? t('Type a folder of the repository, such as docs.') : undefined;
}
