import type { Profile } from '../convert/frontMatter/profiles.js';
import type { PlatformKind } from '../platforms/Platform.js';

export type { Profile };
export type Direction = 'export' | 'import' | 'both';
export type Format = 'markdown' | 'gitbook' | 'tooljet' | 'split' | 'mirror';

/** One subject tied to one repository, branch and directory; every key resolved to its default. */
export interface Binding {
  readonly name: string;
  readonly platform: { readonly kind: PlatformKind; readonly url: string; readonly subject: string };
  readonly repository: {
    readonly url: string;
    readonly branch: string;
    /** Without leading or trailing slash; empty for the root. */
    readonly directory: string;
  };
  readonly direction: Direction;
  readonly format: Format;
  readonly profile: Profile;
  readonly app: { readonly fileName: '{version}' | '{app}' };
  readonly enabled: boolean;
  readonly autoSync: boolean;
  readonly runBy: 'docbridge' | 'platform';
  /** Globs over projected paths; empty includes everything. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly private: boolean;
  readonly drafts: boolean;
  readonly onConflict: 'ask' | 'platform' | 'git' | 'both';
  /** `undefined`: the default of each kind (documents mirror/trash, apps keep/keep). */
  readonly deletions: { readonly toGit?: 'mirror' | 'keep'; readonly toPlatform?: 'trash' | 'keep' };
  readonly commit: {
    readonly message: string;
    readonly author: string;
    readonly mode: 'push' | 'pull-request' | 'api';
  };
  readonly base: 'local' | 'repository';
}

/** A whole docbridge.json. */
export interface Configuration {
  /** Where it was read from, for messages. */
  readonly file: string;
  readonly bindings: readonly Binding[];
}
