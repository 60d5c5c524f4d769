import { isRecord, type JsonRecord } from '../../frontMatter/jsonValue.js';
import { readFrontMatter, type FrontMatter } from '../../frontMatter/readFrontMatter.js';
import { folderOf, resolvePath, type PathFault } from '../projectPath.js';
import {
  DEFAULT_CONFIGURATION,
  type ConfigurationProblem,
  type ConfigurationProblemCode,
  type GitbookConfiguration,
} from './GitbookConfiguration.js';
import { dressYaml } from './yamlFile.js';

export interface ReadConfiguration {
  readonly configuration: GitbookConfiguration;
  readonly problems: readonly ConfigurationProblem[];
  /** Whether the file could be read at all; only then can it be written. */
  readonly readable: boolean;
  /** The keys of the redirects as the file spells them, by the path they stand for. */
  readonly spelled: ReadonlyMap<string, string>;
  /** Whether there are redirects that could not be read. */
  readonly odd: boolean;
}

const FAULTS: Readonly<Record<PathFault, readonly [ConfigurationProblemCode, string]>> = {
  absolute: ['gitbook-yaml-absolute-path', 'is absolute; write it relative to the root'],
  outside: ['gitbook-yaml-outside-root', 'leads out of the root'],
  unsafe: ['gitbook-yaml-unsafe-path', 'holds backslashes or control characters'],
  'no-file': ['gitbook-yaml-no-file', 'names no file'],
};

/** Reads a `.gitbook.yaml`. Never throws: what is wrong is a problem, and its setting has its default. */
export function readConfiguration(text: string): ReadConfiguration {
  return new ConfigurationReader(text).read();
}

class ConfigurationReader {
  readonly #problems: ConfigurationProblem[] = [];
  readonly #redirects = new Map<string, string>();
  readonly #spelled = new Map<string, string>();
  readonly #text: string;
  /** Where a key stands; absent while nothing could be read. */
  #keyRange: FrontMatter['keyRange'] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  read(): ReadConfiguration {
    const { source, offset } = dressYaml(this.#text);
    const { data, errors, keyRange } = readFrontMatter(source);
    for (const { code, message, start, end } of errors) {
      this.#problems.push({
        code: `gitbook-yaml-${code.replace(/^front-matter-/, '')}`,
        message: message.replace(/(?:the )?front matter/gi, '.gitbook.yaml'),
        start: offset(start),
        end: offset(end),
      });
    }
    this.#keyRange = (path) => {
      const range = keyRange(path);
      return range && { start: offset(range.start), end: offset(range.end) };
    };
    this.#unknown(data, [], ['root', 'structure', 'redirects']);
    const structure = this.#map(data, 'structure');
    this.#unknown(structure, ['structure'], ['readme', 'summary']);
    const configuration = {
      root: this.#folder(data),
      readme: this.#file(structure, 'readme'),
      summary: this.#file(structure, 'summary'),
      redirects: this.#redirects,
    };
    const redirects = Object.entries(this.#map(data, 'redirects'));
    for (const [from, to] of redirects) this.#redirect(from, to);
    return {
      configuration,
      problems: this.#problems,
      readable: errors.length === 0,
      spelled: this.#spelled,
      odd: redirects.length > this.#redirects.size,
    };
  }

  #folder(data: JsonRecord): string {
    const value = this.#string(data['root'], ['root']);
    if (value === undefined) return DEFAULT_CONFIGURATION.root;
    const path = this.#resolve(value === '' ? 'x' : `${value}/x`, value, ['root']);
    return path === undefined ? DEFAULT_CONFIGURATION.root : folderOf(path);
  }

  #file(structure: JsonRecord, key: 'readme' | 'summary'): string {
    const value = this.#string(structure[key], ['structure', key]);
    const path = value === undefined ? undefined : this.#resolve(value, value, ['structure', key]);
    return path ?? DEFAULT_CONFIGURATION[key];
  }

  #redirect(spelled: string, value: unknown): void {
    const place = ['redirects', spelled];
    const from = this.#resolve(spelled.replace(/\/$/, ''), spelled, place);
    const to = this.#string(value, place);
    if (from === undefined || to === undefined) return;
    const cut = to.search(/[?#]/);
    const target = cut < 0 ? to : to.slice(0, cut);
    const path = /^[A-Za-z][A-Za-z\d+.-]+:/.test(target)
      ? this.#fault('absolute', to, place)
      : this.#resolve(target, to, place);
    if (path === undefined) return;
    this.#redirects.set(from, `${path}${to.slice(target.length)}`);
    this.#spelled.set(from, spelled);
  }

  #resolve(path: string, written: string, place: readonly string[]): string | undefined {
    const resolved = resolvePath(path, '');
    return typeof resolved === 'string' ? resolved : this.#fault(resolved.fault, written, place);
  }

  #fault(fault: PathFault, written: string, place: readonly string[]): string | undefined {
    const [code, what] = FAULTS[fault];
    this.#report(code, `"${written}" ${what}.`, place);
    return undefined;
  }

  #string(value: unknown, place: readonly string[]): string | undefined {
    if (typeof value === 'string') return value;
    if (value !== undefined && value !== null)
      this.#report('gitbook-yaml-wrong-type', 'This has to be a text.', place);
    return undefined;
  }

  #map(data: JsonRecord, key: string): JsonRecord {
    const value = data[key];
    if (isRecord(value)) return value;
    if (value !== undefined && value !== null) {
      this.#report('gitbook-yaml-wrong-type', 'This has to be a list of keys and values.', [key]);
    }
    return {};
  }

  #unknown(data: JsonRecord, place: readonly string[], known: readonly string[]): void {
    for (const key of Object.keys(data)) {
      if (known.includes(key)) continue;
      this.#report('gitbook-yaml-unknown-key', `GitBook knows no key "${key}" here; it is kept.`, [
        ...place,
        key,
      ]);
    }
  }

  #report(code: ConfigurationProblemCode, message: string, place: readonly string[]): void {
    const { start, end } = this.#keyRange?.(place) ?? { start: 0, end: this.#text.length };
    this.#problems.push({ code, message, start, end });
  }
}
