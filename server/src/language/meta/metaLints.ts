import type { Json } from '../../convert/tiptap.js';
import { makeFinding, type Finding } from '../Finding.js';
import type { FindingCode } from '../findingCodes.js';
import type { JsonDocument, JsonPath } from '../json/JsonDocument.js';
import { metaEntries, type MetaEntry } from './metaEntries.js';

/** Clocks differ a little; a push date is not "in the future" for that. */
const TOLERANCE_MS = 24 * 60 * 60 * 1000;

export interface MetaSurroundings {
  /** Milliseconds since 1970. */
  readonly now: number;
  /**
   * Files beside `.meta`, relative to the folder that holds it, `/`-separated; `undefined`: not known, and
   * nothing is said about folders.
   */
  readonly files: Iterable<string> | undefined;
}

/** What a schema cannot say about a meta.json: names, folders, dates. */
export function metaLints(document: JsonDocument, { now, files }: MetaSurroundings): readonly Finding[] {
  const findings: Finding[] = [];
  const add = (code: FindingCode, path: JsonPath, message: string): void => {
    findings.push(makeFinding(code, document.valueRange(path), message));
  };
  const value: Json = document.value;
  const entries = metaEntries(value);
  const byName = new Map<string, MetaEntry>();
  const byFoldedName = new Map<string, string>();
  for (const entry of entries) {
    if (entry.key === 'null') {
      const message =
        'The key "null" is no app id: the app was pushed without one. Push it again or remove the entry.';
      findings.push(makeFinding('meta-key-null', document.keyRange([entry.key]), message));
    }
    if (entry.name !== undefined && entry.name !== '') {
      const folded = entry.name.normalize('NFC').toLowerCase();
      const other = byFoldedName.get(folded);
      if (byName.has(entry.name)) {
        const message = `Another entry names the app "${entry.name}" too; both would use one folder.`;
        add('meta-name-duplicate', [entry.key, 'gitAppName'], message);
      } else if (other !== undefined) {
        const message = `"${entry.name}" and "${other}" differ in case alone; Windows and macOS hold only one of them.`;
        add('meta-name-case', [entry.key, 'gitAppName'], message);
      }
      byName.set(entry.name, entry);
      byFoldedName.set(folded, other ?? entry.name);
    }
    if (entry.pushed !== undefined && Date.parse(entry.pushed) > now + TOLERANCE_MS) {
      add('meta-date-future', [entry.key, 'lastpushDate'], 'The date of the last push lies in the future.');
    }
  }
  if (files !== undefined) findings.push(...folderLints(document, entries, files));
  return findings;
}

function folderLints(
  document: JsonDocument,
  entries: readonly MetaEntry[],
  files: Iterable<string>,
): readonly Finding[] {
  const findings: Finding[] = [];
  const folders = appFolders(files);
  const named = new Set<string>();
  for (const { key, name, version } of entries) {
    if (name === undefined || name === '') continue;
    named.add(name);
    const held = folders.get(name);
    if (held === undefined) {
      const message = `There is no folder "${name}" with a JSON file beside .meta.`;
      findings.push(makeFinding('meta-folder-missing', document.valueRange([key, 'gitAppName']), message));
    } else if (version !== undefined && !held.includes(version) && !held.includes(name)) {
      const found = held.map((file) => `"${file}.json"`).join(', ');
      const message = `The folder "${name}" holds ${found}, not "${version}.json".`;
      findings.push(
        makeFinding('meta-version-mismatch', document.valueRange([key, 'gitVersionName']), message),
      );
    }
  }
  for (const folder of folders.keys()) {
    if (named.has(folder)) continue;
    const message = `The folder "${folder}" holds an app that no entry names; ToolJet does not see it.`;
    findings.push(makeFinding('meta-entry-missing', document.keyRange([]), message));
  }
  return findings;
}

/** Folder name -> names of its JSON files without extension. */
function appFolders(files: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const match = /^([^/.][^/]*)\/([^/]+)\.json$/.exec(file);
    if (match?.[1] === undefined || match[2] === undefined) continue;
    const held = folders.get(match[1]) ?? [];
    held.push(match[2]);
    folders.set(match[1], held);
  }
  return folders;
}
