import { makeFinding, type Finding } from '../Finding.js';
import type { FindingCode } from '../findingCodes.js';
import type { JsonDocument } from '../json/JsonDocument.js';
import { explainSchemaError, type SchemaProblem } from './explainSchemaError.js';
import type { SchemaName, Validate } from './validators.js';

/** More than this in one file says nothing new. */
const LIMIT = 100;

/** What a schema says about a JSON file, on the exact keys and values, except what `skip` names. */
export function schemaFindings(
  document: JsonDocument,
  schema: SchemaName,
  code: FindingCode,
  validate: Validate,
  skip: (problem: SchemaProblem) => boolean = () => false,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const error of validate(schema, document.value)) {
    const problem = explainSchemaError(error, document.value);
    if (problem === undefined || skip(problem)) continue;
    const range = problem.at === 'key' ? document.keyRange(problem.path) : document.valueRange(problem.path);
    findings.push(makeFinding(code, range, problem.message));
    if (findings.length >= LIMIT) break;
  }
  return findings;
}
