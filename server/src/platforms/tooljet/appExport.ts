import { sortedJson } from '../../convert/sortedJson.js';
import type { Json } from '../../convert/tiptap.js';
import { PlatformFailureError, PlatformRejectedError } from '../../errors/platformErrors.js';
import type { Hash } from '../../ports/Hash.js';
import type { AppVersion, PlatformItem } from '../Platform.js';
import { WireRecord } from '../WireRecord.js';
import type { AppImport } from './TooljetApi.js';

type Fields = Readonly<Record<string, Json>>;

/** What a file of before 2.25 is imported as: it names no version. */
const oldestVersion = '2.0.0';

/** An export as an item. The revision is a digest of the export and the name: the list's times miss edits. */
export function appItem(
  envelope: Json,
  app: { id: string; updatedAt: string | null },
  origin: string,
  hash: Hash,
): PlatformItem {
  const definition = exportedApp(envelope, origin);
  const title = definition.text('name');
  const version = exportedVersion(definition, origin);
  return {
    id: app.id,
    kind: 'app',
    title,
    parentId: null,
    order: null,
    revision: hash.sha1(new TextEncoder().encode(sortedJson(envelope))),
    private: false,
    ...(app.updatedAt === null ? {} : { updatedAt: app.updatedAt }),
    version,
    content: { form: 'app', envelope, version },
  };
}

/** How many versions the export holds, and the one being edited. */
export function versionsOf(
  envelope: Json,
  origin: string,
): { readonly count: number; readonly editing: AppVersion } {
  const definition = exportedApp(envelope, origin);
  return { count: definition.records('appVersions').length, editing: exportedVersion(definition, origin) };
}

/** The parts of an export file, of any age, that an import is made of. Throws `PlatformRejectedError`. */
export function importOf(envelope: Json, origin: string): AppImport {
  const top = fieldsOf(envelope);
  const apps = top?.['app'];
  const definition = Array.isArray(apps) ? fieldsOf((apps as readonly Json[])[0])?.['definition'] : envelope;
  if (definition === undefined || fieldsOf(fieldsOf(definition)?.['appV2']) === undefined) {
    throw new PlatformRejectedError(origin, 400, 'this is not the JSON of an exported app');
  }
  const version = top?.['tooljet_version'];
  return {
    toolJetVersion: typeof version === 'string' ? version : oldestVersion,
    definition,
    tables: top?.['tooljet_database'] ?? [],
  };
}

function exportedApp(envelope: Json, origin: string): WireRecord {
  const [app] = new WireRecord(envelope, origin, 'an export').records('app');
  if (app === undefined) throw new PlatformFailureError(origin, 201, 'the export holds no app');
  return app.record('definition').record('appV2');
}

function exportedVersion(app: WireRecord, origin: string): AppVersion {
  const version = app.recordOrNone('editingVersion') ?? app.records('appVersions').at(-1);
  if (version === undefined) throw new PlatformFailureError(origin, 201, 'the export holds no version');
  return { id: version.text('id'), name: version.text('name') };
}

function fieldsOf(value: Json | undefined): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value as Fields;
}
