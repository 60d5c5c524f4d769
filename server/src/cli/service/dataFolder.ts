import { join } from 'node:path';

/** What `serve --data DIR` keeps where, and what `demo --keep DIR` leaves. */
export interface DataFolder {
  readonly root: string;
  /** The embedded platform's store. */
  readonly platform: string;
  /** Bare repositories, `<namespace>/<slug>.git`. */
  readonly repositories: string;
  /** A token of the first user, mode 0600. */
  readonly tokenFile: string;
}

export function dataFolder(root: string): DataFolder {
  return {
    root,
    platform: join(root, 'platform'),
    repositories: join(root, 'repos'),
    tokenFile: join(root, 'token'),
  };
}
