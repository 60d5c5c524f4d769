import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Environment variables as `process.env` gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder that holds the state of all bindings: `DOCBRIDGE_STATE`, or `docbridge` in the user's state
 * folder (XDG Base Directory: `XDG_STATE_HOME`; macOS: Application Support; Windows: LocalAppData).
 */
export function environmentStateRoot(
  environment: Environment,
  system: { readonly platform: NodeJS.Platform; readonly home: string } = {
    platform: process.platform,
    home: homedir(),
  },
): string {
  const own = valueOf(environment, 'DOCBRIDGE_STATE');
  if (own !== undefined) return resolve(own);
  return join(stateHome(environment, system), 'docbridge');
}

function stateHome(
  environment: Environment,
  { platform, home }: { readonly platform: NodeJS.Platform; readonly home: string },
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (platform === 'win32') return valueOf(environment, 'LOCALAPPDATA') ?? join(home, 'AppData', 'Local');
  const xdg = valueOf(environment, 'XDG_STATE_HOME');
  // A relative path is to be ignored (XDG Base Directory Specification, "Environment variables").
  return xdg?.startsWith('/') === true ? xdg : join(home, '.local', 'state');
}

/** A variable's value; one that is set but empty counts as not set. */
export function valueOf(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === '' ? undefined : value;
}
