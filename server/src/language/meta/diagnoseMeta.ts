import type { Finding } from '../Finding.js';
import { duplicateKeys } from '../json/duplicateKeys.js';
import { parseJson } from '../json/parseJson.js';
import { schemaFindings } from '../schema/schemaFindings.js';
import type { Validate } from '../schema/validators.js';
import { metaLints, type MetaSurroundings } from './metaLints.js';

/** Findings of a `.meta/meta.json`. */
export function diagnoseMeta(
  text: string,
  surroundings: MetaSurroundings,
  validate: Validate,
): readonly Finding[] {
  const parsed = parseJson(text);
  if ('findings' in parsed) return parsed.findings;
  const { document } = parsed;
  // The key "null" has a finding of its own.
  const schema = schemaFindings(
    document,
    'meta',
    'meta-schema',
    validate,
    ({ at, path }) => at === 'key' && path.length === 1 && path[0] === 'null',
  );
  return [...duplicateKeys(document), ...schema, ...metaLints(document, surroundings)];
}
