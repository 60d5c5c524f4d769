import { devNull } from 'node:os';

/**
 * Settings that keep a spawned git from running code or reaching places that a repository or a user's own
 * configuration names. Give them before the subcommand.
 */
export function hardenedGitArguments(options: {
  /** `own`: the hooks inside the repository run. */
  readonly hooks: 'own' | 'none';
  /** More settings, `name=value`. */
  readonly settings?: readonly string[];
}): string[] {
  const settings = [
    ...(options.hooks === 'none' ? [`core.hooksPath=${devNull}`] : []),
    'core.fsmonitor=false',
    'core.symlinks=false',
    'core.protectNTFS=true',
    'core.protectHFS=true',
    'protocol.ext.allow=never',
    'protocol.file.allow=never',
    'submodule.recurse=false',
    'transfer.fsckObjects=true',
    'transfer.bundleURI=false',
    'credential.helper=',
    'http.followRedirects=false',
    'gc.autoDetach=false',
    'safe.directory=*',
    ...(options.settings ?? []),
  ];
  return ['--no-pager', ...settings.flatMap((setting) => ['-c', setting])];
}

/** The whole environment of a spawned git: a path to programs, a home, and no configuration of the machine. */
export function hardenedGitEnvironment(home: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    // Windows finds its own libraries through it.
    ...(process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] }),
    HOME: home,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
  };
}
