import { makeFinding, type Finding } from '../Finding.js';
import { parseJson } from '../json/parseJson.js';
import { schemaFindings } from '../schema/schemaFindings.js';
import type { Validate } from '../schema/validators.js';
import { isObject } from './appEntities.js';
import { appLints } from './appLints.js';

/** Findings of an app file `<App>/<version>.json`. */
export function diagnoseApp(text: string, validate: Validate): readonly Finding[] {
  const parsed = parseJson(text);
  if ('findings' in parsed) return parsed.findings;
  const { document } = parsed;
  const value = document.value;
  const schema = isObject(value) && 'app' in value ? 'app-envelope' : 'app-bare';
  if (!isObject(value) || !('app' in value || 'appV2' in value)) {
    const message =
      'This is no app: neither "app" (an export of ToolJet 2.25 or later) nor "appV2" (2023) is there.';
    return [makeFinding('app-shape', document.keyRange([]), message)];
  }
  return [...schemaFindings(document, schema, 'app-schema', validate), ...appLints(document)];
}
