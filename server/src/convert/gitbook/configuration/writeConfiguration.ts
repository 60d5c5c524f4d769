import { writeFrontMatter, type FrontMatterChanges } from '../../frontMatter/writeFrontMatter.js';
import {
  DEFAULT_CONFIGURATION,
  type ConfigurationProblem,
  type GitbookConfiguration,
} from './GitbookConfiguration.js';
import { readConfiguration, type ReadConfiguration } from './readConfiguration.js';
import { dressYaml } from './yamlFile.js';

export interface WrittenConfiguration {
  readonly text: string;
  /** Empty, or one `gitbook-yaml-not-writable`: the text is then the old one. */
  readonly problems: readonly ConfigurationProblem[];
}

/**
 * Writes settings into a `.gitbook.yaml` (`undefined` when there is none): only what differs from what the file says is
 * touched, so comments, order, quotes, unknown keys and settings that are not given stay. Redirects that cannot be read
 * stay too. The result is read again: settings that do not come back leave the text as it is. Never throws.
 */
export function writeConfiguration(
  text: string | undefined,
  wanted: Partial<GitbookConfiguration>,
): WrittenConfiguration {
  const old = text ?? '';
  const read = readConfiguration(old);
  const changes = changesOf(read, wanted);
  if (Object.keys(changes).length === 0) return { text: old, problems: [] };
  const { source, undress } = dressYaml(old);
  const written = read.readable ? tryWrite(source, changes) : undefined;
  const result = written === undefined ? undefined : undress(written);
  if (result !== undefined && Object.keys(changesOf(readConfiguration(result), wanted)).length === 0) {
    return { text: result, problems: [] };
  }
  const message = 'These settings cannot be written into .gitbook.yaml so that they read back the same.';
  return { text: old, problems: [{ code: 'gitbook-yaml-not-writable', message, start: 0, end: old.length }] };
}

/** Nothing when front matter cannot hold the values, which its writer throws. */
function tryWrite(source: string, changes: FrontMatterChanges): string | undefined {
  try {
    return writeFrontMatter(source, changes);
  } catch {
    return undefined;
  }
}

/** What has to change in the file so that it says what is wanted. */
function changesOf(
  { configuration, spelled, odd }: ReadConfiguration,
  { root, readme, summary, redirects }: Partial<GitbookConfiguration>,
): FrontMatterChanges {
  const structure = {
    ...(readme === undefined || readme === configuration.readme ? {} : { readme }),
    ...(summary === undefined || summary === configuration.summary ? {} : { summary }),
  };
  const moved = redirects === undefined ? {} : redirectChanges(configuration.redirects, redirects, spelled);
  const isEmptied = redirects?.size === 0 && !odd;
  return {
    ...(root === undefined || root === configuration.root
      ? {}
      : { root: root === DEFAULT_CONFIGURATION.root ? './' : `./${root}/` }),
    ...(Object.keys(structure).length === 0 ? {} : { structure }),
    ...(Object.keys(moved).length === 0 ? {} : { redirects: isEmptied ? undefined : moved }),
  };
}

function redirectChanges(
  old: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, string>,
  spelled: ReadonlyMap<string, string>,
): FrontMatterChanges {
  const gone = [...spelled]
    .filter(([from]) => !wanted.has(from))
    .map(([, name]) => [name, undefined] as const);
  const set = [...wanted]
    .filter(([from, to]) => old.get(from) !== to)
    .map(([from, to]) => [spelled.get(from) ?? from, to] as const);
  return Object.fromEntries([...gone, ...set]);
}
