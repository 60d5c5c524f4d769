import type { Json } from '../convert/tiptap.js';
import { MetaFileError } from '../errors/appErrors.js';
import { fieldsOf, parseJson } from './parseJson.js';

/** The six fields of an entry in the order that ToolJet writes them (published GitSync page). */
const fieldNames = [
  'gitAppName',
  'lastCommitMessage',
  'gitVersionId',
  'lastpushDate',
  'gitVersionName',
  'lastCommitUser',
] as const;
type FieldName = (typeof fieldNames)[number];

/** One app of `.meta/meta.json`; `key` is the app's id. */
export type MetaEntry = { readonly key: string } & Readonly<Record<FieldName, string>>;

/** `.meta/meta.json`, read: an object of entries by app id. */
export interface MetaFile {
  /** In the file's order. */
  readonly entries: readonly MetaEntry[];
  /** The entries as they stand in the file, with fields that we do not know. */
  readonly source: ReadonlyMap<string, Readonly<Record<string, Json>>>;
}

const emptyMeta: MetaFile = { entries: [], source: new Map() };

/** Reads `.meta/meta.json`; throws `MetaFileError` that names every damaged entry. */
export function readMeta(text: string): MetaFile {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new MetaFileError([parsed.problem]);
  const top = fieldsOf(parsed.value);
  if (top === undefined) throw new MetaFileError(['it is not an object']);
  const problems: string[] = [];
  const source = new Map<string, Readonly<Record<string, Json>>>();
  for (const [key, value] of Object.entries(top)) {
    const fields = fieldsOf(value);
    if (fields === undefined) problems.push(`entry ${key} is not an object`);
    else {
      source.set(key, fields);
      problems.push(
        ...fieldNames
          .filter((name) => typeof fields[name] !== 'string')
          .map((name) => `${key}.${name} is not text`),
      );
    }
  }
  if (problems.length > 0) throw new MetaFileError(problems);
  return fileOf(source);
}

/**
 * The file with this entry: in the place of the one with its key, else at the end; entries of other apps with the
 * same `gitAppName` go (ToolJet would leave two). Fields that we do not know stay, after the six.
 */
export function updateMeta(meta: MetaFile | undefined, entry: MetaEntry): MetaFile {
  const source = new Map(
    [...(meta ?? emptyMeta).source].filter(
      ([key, fields]) => key === entry.key || fields['gitAppName'] !== entry.gitAppName,
    ),
  );
  const known = new Set<string>(fieldNames);
  const further = Object.entries(source.get(entry.key) ?? {}).filter(([name]) => !known.has(name));
  const fields = fieldNames.map((name): [string, Json] => [name, entry[name]]);
  source.set(entry.key, Object.fromEntries([...fields, ...further]));
  return fileOf(source);
}

/** The file without the entry of this app. */
export function removeFromMeta(meta: MetaFile, key: string): MetaFile {
  return fileOf(new Map([...meta.source].filter(([name]) => name !== key)));
}

/** The file's text as ToolJet writes it: two blanks a level, no newline at the end. */
export function metaText(meta: MetaFile): string {
  return JSON.stringify(Object.fromEntries(meta.source), null, 2);
}

function fileOf(source: MetaFile['source']): MetaFile {
  return { source, entries: [...source].map(([key, fields]) => entryOf(key, fields)) };
}

function entryOf(key: string, fields: Readonly<Record<string, Json>>): MetaEntry {
  const text = (name: FieldName): string => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    key,
    gitAppName: text('gitAppName'),
    lastCommitMessage: text('lastCommitMessage'),
    gitVersionId: text('gitVersionId'),
    lastpushDate: text('lastpushDate'),
    gitVersionName: text('gitVersionName'),
    lastCommitUser: text('lastCommitUser'),
  };
}
