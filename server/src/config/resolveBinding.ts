import type { Binding } from './Configuration.js';
import { withoutTrailingSlash } from './addresses.js';
import { normaliseDirectory } from './gitNames.js';

/** A binding as it stands in the file, once it fits the schema. */
export type WrittenBinding = Pick<Binding, 'name' | 'platform'> & {
  readonly repository: { readonly url: string; readonly branch?: string; readonly directory?: string };
  readonly app?: Partial<Binding['app']>;
  readonly commit?: Partial<Binding['commit']>;
} & Partial<Omit<Binding, 'name' | 'platform' | 'repository' | 'app' | 'commit'>>;

/** Puts the default in place of every key that is absent (DESIGN: Configuration). */
export function resolveBinding(written: WrittenBinding): Binding {
  const { platform, repository } = written;
  return {
    name: written.name,
    platform: { kind: platform.kind, url: withoutTrailingSlash(platform.url), subject: platform.subject },
    repository: {
      url: withoutTrailingSlash(repository.url),
      branch: repository.branch ?? 'main',
      directory: normaliseDirectory(repository.directory ?? ''),
    },
    direction: written.direction ?? 'both',
    format: written.format ?? (platform.kind === 'tooljet' ? 'tooljet' : 'markdown'),
    profile: written.profile ?? 'docbridge',
    app: { fileName: written.app?.fileName ?? '{version}' },
    enabled: written.enabled ?? true,
    autoSync: written.autoSync ?? false,
    runBy: written.runBy ?? 'docbridge',
    include: written.include ?? [],
    exclude: written.exclude ?? [],
    private: written.private ?? false,
    drafts: written.drafts ?? false,
    onConflict: written.onConflict ?? 'ask',
    deletions: written.deletions ?? {},
    commit: {
      message: written.commit?.message ?? 'docs: sync {count} documents',
      author: written.commit?.author ?? '{user}',
      mode: written.commit?.mode ?? 'push',
    },
    base: written.base ?? 'local',
  };
}
