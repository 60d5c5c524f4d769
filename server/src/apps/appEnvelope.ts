import type { Json } from '../convert/tiptap.js';
import { AppFileError } from '../errors/appErrors.js';
import { fieldsOf, objectsOf } from './parseJson.js';

type Fields = Readonly<Record<string, Json>>;

/** What an app's JSON says about itself. */
export interface AppSummary {
  /** The app's id where it was exported. */
  readonly id: string;
  readonly name: string;
  /** The version that the file holds: the one being edited, else the last of the list. */
  readonly version: { readonly id: string; readonly name: string };
  /** Version of the ToolJet that wrote it; files of 2023 have none. */
  readonly tooljetVersion?: string;
}

/**
 * Reads an app's JSON as ToolJet exports it: `{appV2}` alone (before 2.25) or
 * `{tooljet_database?, app: [{definition: {appV2}}], tooljet_version}` (since). Throws `AppFileError`.
 */
export function summarizeApp(envelope: Json): AppSummary {
  const app = appDefinition(envelope);
  const id = textOf(app, 'id', 'appV2');
  const name = textOf(app, 'name', 'appV2');
  const editing = fieldsOf(app['editingVersion']);
  const version = editing ?? objectsOf(app['appVersions']).at(-1);
  if (version === undefined) throw new AppFileError('appV2 has no version');
  const where = editing === undefined ? 'appVersions' : 'editingVersion';
  const tooljetVersion = fieldsOf(envelope)?.['tooljet_version'];
  return {
    id,
    name,
    version: { id: textOf(version, 'id', where), name: textOf(version, 'name', where) },
    ...(typeof tooljetVersion === 'string' ? { tooljetVersion } : {}),
  };
}

/** The object `appV2`, wherever the envelope's age puts it. Throws `AppFileError`. */
export function appDefinition(envelope: Json): Fields {
  const top = fieldsOf(envelope);
  if (top === undefined) throw new AppFileError('it is not an object');
  const bare = fieldsOf(top['appV2']);
  if (bare !== undefined) return bare;
  const apps = top['app'];
  if (Array.isArray(apps)) {
    if (apps.length !== 1) throw new AppFileError(`it holds ${apps.length} apps instead of one`);
    const app = fieldsOf(fieldsOf(objectsOf(apps)[0]?.['definition'])?.['appV2']);
    if (app === undefined) throw new AppFileError('app[0].definition.appV2 is missing');
    return app;
  }
  if ('definition' in top) throw new AppFileError('it is a template of ToolJet, not an exported app');
  throw new AppFileError('it has neither "app" nor "appV2"');
}

/** The envelope with another name in its `appV2`, all else in its place. Throws `AppFileError`. */
export function withAppName(envelope: Json, name: string): Json {
  const app = appDefinition(envelope);
  const renamed = (value: Json): Json => {
    if (value === app) return { ...app, name };
    if (Array.isArray(value)) return (value as readonly Json[]).map(renamed);
    const fields = fieldsOf(value);
    if (fields === undefined) return value;
    return Object.fromEntries(Object.entries(fields).map(([key, item]) => [key, renamed(item)]));
  };
  return renamed(envelope);
}

function textOf(fields: Fields, key: string, where: string): string {
  const value = fields[key];
  if (typeof value !== 'string' || value === '') throw new AppFileError(`${where}.${key} is missing`);
  return value;
}
