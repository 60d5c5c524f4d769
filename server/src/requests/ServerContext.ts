import type { Platform, PlatformKind } from '../platforms/Platform.js';
import type { Remote } from '../git/Remote.js';
import type { GitCredential, PlatformCredential } from '../ports/Credentials.js';
import type { Clock } from '../ports/Clock.js';
import type { Logger } from '../ports/Logger.js';
import type { Progress } from '../ports/Progress.js';
import type { BindingRegistry } from './BindingRegistry.js';
import type { ClientCredentials } from './ClientCredentials.js';
import type { PlatformWatcher } from './PlatformWatcher.js';
import type { Redactor } from '../node/Redactor.js';
import type { StatusAnnouncer } from './StatusAnnouncer.js';

export interface ProbeOptions {
  readonly proxy?: string;
  readonly logger: Logger;
}

/** Opens one platform or repository outside any binding, for Connect, and closes it after the work. */
export interface Probes {
  withPlatform<T>(
    kind: PlatformKind,
    url: string,
    credential: PlatformCredential,
    options: ProbeOptions,
    work: (platform: Platform) => Promise<T>,
  ): Promise<T>;
  withRemote<T>(
    url: string,
    credential: GitCredential | undefined,
    options: ProbeOptions,
    work: (remote: Remote) => Promise<T>,
  ): Promise<T>;
}

/** What the request handlers work with; made once in server.ts. */
export interface ServerContext {
  readonly bindings: BindingRegistry;
  readonly credentials: ClientCredentials;
  readonly redactor: Redactor;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly status: StatusAnnouncer;
  readonly watcher: PlatformWatcher;
  readonly probes: Probes;
  /** Asks the client to pull diagnostics again. */
  refreshDiagnostics(): void;
}

/** What belongs to one request alone. */
export interface RequestScope {
  /** Fires when the client cancels. */
  readonly signal: AbortSignal;
  /** Goes to the client's work-done token, when it sent one. */
  readonly progress: Progress;
}
