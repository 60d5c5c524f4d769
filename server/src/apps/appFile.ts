import type { Json } from '../convert/tiptap.js';
import { AppFileError } from '../errors/appErrors.js';
import { summarizeApp, withAppName, type AppSummary } from './appEnvelope.js';
import { appFingerprint, type FingerprintOptions } from './appFingerprint.js';
import { sortedJson } from '../convert/sortedJson.js';
import { parseJson } from './parseJson.js';

/** An app file, read. */
export interface AppFile extends AppSummary {
  readonly envelope: Json;
}

/** The text of an app file exactly as ToolJet writes it: two blanks a level, no newline at the end. */
export function appFileText(envelope: Json): string {
  return JSON.stringify(envelope, null, 2);
}

/** Reads an app file; throws `AppFileError` that says what is wrong. */
export function readAppFile(text: string): AppFile {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new AppFileError(parsed.problem);
  return { ...summarizeApp(parsed.value), envelope: parsed.value };
}

/** The same app file under another name. Throws `AppFileError`. */
export function renamedAppFile(text: string, name: string): string {
  return appFileText(withAppName(readAppFile(text).envelope, name));
}

/**
 * `true` when the file and the platform hold the same app: the order of keys, of entities and of exports aside, and
 * the ids, dates and owners that an instance gives anew when it imports an app.
 */
export function sameApp(text: string, platform: Json, options: FingerprintOptions = {}): boolean {
  if (text === appFileText(platform)) return true;
  const parsed = parseJson(text);
  if (!parsed.ok) return false;
  if (sortedJson(parsed.value) === sortedJson(platform)) return true;
  try {
    return appFingerprint(parsed.value, options) === appFingerprint(platform, options);
  } catch (error) {
    if (error instanceof AppFileError) return false;
    throw error;
  }
}
