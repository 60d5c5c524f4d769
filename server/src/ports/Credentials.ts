/** What proves who we are to a platform. */
export interface PlatformCredential {
  readonly token?: string;
  readonly user?: string;
  readonly password?: string;
  readonly refreshToken?: string;
}

/** What proves who we are to a Git host. */
export interface GitCredential {
  readonly token: string;
  /** User name for Basic authentication; the forge's own convention when absent. */
  readonly user?: string;
}

/**
 * Credentials by binding name, asked for when they are needed and kept in memory only. `origin` is the
 * scheme, host and port that the credential would be sent to: an implementation answers `undefined` when
 * the credential belongs to another one.
 */
export interface Credentials {
  platform(binding: string, origin: string, signal?: AbortSignal): Promise<PlatformCredential | undefined>;
  git(binding: string, origin: string, signal?: AbortSignal): Promise<GitCredential | undefined>;
}
