import { bindingVariableSuffix } from '../config/bindingVariableSuffix.js';
import { CredentialMissingError } from '../errors/usageErrors.js';
import type { Credentials, GitCredential, PlatformCredential } from '../ports/Credentials.js';
import { valueOf } from './environmentStateRoot.js';
import type { Environment } from './environmentStateRoot.js';

// Services whose address everybody knows: a token for one of them cannot leak to whoever wrote a configuration.
const knownForges = [
  /^https:\/\/(github\.com|gitlab\.com|bitbucket\.org|dev\.azure\.com|codeberg\.org)$/u,
  /^https:\/\/git-codecommit\.[a-z0-9-]+\.amazonaws\.com$/u,
];
const knownPlatforms = [/^https:\/\/(api\.gitbook\.com|app\.getoutline\.com|app\.tooljet\.com)$/u];

/**
 * Credentials from the environment, as the command line reads them (DESIGN: Credentials). Each variable may
 * end in `__<BINDING>` and then holds for that binding alone. A credential goes to the origin that
 * `DOCBRIDGE_GIT_ORIGIN` or `DOCBRIDGE_PLATFORM_ORIGIN` names; unset, to the known services and, for Git, to
 * `cloneOrigins` (the remotes of the current clone). For any other origin `CredentialMissingError` says
 * which variable to set, also when nothing is set for a platform. For Git that is `undefined`: many
 * repositories can be read without signing in.
 */
export function environmentCredentials(
  environment: Environment,
  cloneOrigins: () => Promise<readonly string[]>,
): Credentials {
  const read = (name: string, binding: string): string | undefined =>
    valueOf(environment, `${name}__${bindingVariableSuffix(binding)}`) ?? valueOf(environment, name);

  const platformFor = (binding: string, origin: string): PlatformCredential => {
    const credential = platformCredential((name) => read(name, binding));
    const named = read('DOCBRIDGE_PLATFORM_ORIGIN', binding);
    if (credential === undefined) throw nothingSet(binding, origin, named);
    const allowed =
      named === undefined ? knownPlatforms.some((known) => known.test(origin)) : isNamed(named, origin);
    if (!allowed) throw refusal('platform', binding, origin, 'DOCBRIDGE_PLATFORM_ORIGIN', named);
    return credential;
  };

  return {
    platform: (binding, origin) =>
      new Promise((resolve) => {
        resolve(platformFor(binding, origin));
      }),

    async git(binding, origin) {
      const token = read('DOCBRIDGE_GIT_TOKEN', binding);
      if (token === undefined) return undefined;
      const named = read('DOCBRIDGE_GIT_ORIGIN', binding);
      const allowed =
        named === undefined
          ? knownForges.some((known) => known.test(origin)) || (await cloneOrigins()).includes(origin)
          : isNamed(named, origin);
      if (!allowed) throw refusal('git', binding, origin, 'DOCBRIDGE_GIT_ORIGIN', named);
      const user = read('DOCBRIDGE_GIT_USER', binding);
      const credential: GitCredential = { token, ...(user === undefined ? {} : { user }) };
      return credential;
    },
  };
}

function platformCredential(read: (name: string) => string | undefined): PlatformCredential | undefined {
  const token = read('DOCBRIDGE_PLATFORM_TOKEN');
  const user = read('DOCBRIDGE_PLATFORM_USER');
  const password = read('DOCBRIDGE_PLATFORM_PASSWORD');
  const refreshToken = read('DOCBRIDGE_PLATFORM_REFRESH_TOKEN');
  if (token === undefined && password === undefined && refreshToken === undefined) return undefined;
  return {
    ...(token === undefined ? {} : { token }),
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
    ...(refreshToken === undefined ? {} : { refreshToken }),
  };
}

function isNamed(named: string, origin: string): boolean {
  return URL.canParse(named) && new URL(named).origin === origin;
}

function nothingSet(binding: string, origin: string, named: string | undefined): CredentialMissingError {
  const known = named !== undefined || knownPlatforms.some((each) => each.test(origin));
  const where = known ? '' : ` and DOCBRIDGE_PLATFORM_ORIGIN=${origin}`;
  const hint = `Set DOCBRIDGE_PLATFORM_TOKEN (or _USER and _PASSWORD)${where}.`;
  return new CredentialMissingError('platform', binding, origin, hint);
}

function refusal(
  kind: 'platform' | 'git',
  binding: string,
  origin: string,
  variable: string,
  named: string | undefined,
): CredentialMissingError {
  const why =
    named === undefined
      ? 'The one in the environment is sent only where you say'
      : 'The one in the environment belongs to another address';
  return new CredentialMissingError(
    kind,
    binding,
    origin,
    `${why}: set ${variable}=${origin} to send it there.`,
  );
}

/** Every secret in the environment, for redaction. */
export function environmentSecrets(environment: Environment): readonly string[] {
  return Object.entries(environment)
    .filter(([name]) => /^DOCBRIDGE_.*(TOKEN|PASSWORD|ENCRYPTION_KEY)(__|$)/u.test(name))
    .map(([, value]) => value?.trim() ?? '')
    .filter((value) => value !== '');
}
