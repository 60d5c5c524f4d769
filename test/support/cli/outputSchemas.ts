import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const folder = join(import.meta.dirname, '../../../server/schemas');

/** Holds an output against server/schemas/<name>.schema.json. */
export function assertFits(name: string, value: unknown): void {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  for (const file of readdirSync(folder)) {
    const schema = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { readonly $id?: string };
    if (schema.$id === file) ajv.addSchema(schema);
  }
  const validate = ajv.getSchema(`${name}.schema.json`);
  assert.ok(validate, `there is no schema ${name}`);
  const fits = validate(value);
  assert.ok(fits, `${ajv.errorsText(validate.errors)}\n${JSON.stringify(value, null, 2)}`);
}
