import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import appSchema from '../../../schemas/app.schema.json' with { type: 'json' };
import frontMatterSchema from '../../../schemas/frontMatter.schema.json' with { type: 'json' };
import metaSchema from '../../../schemas/meta.schema.json' with { type: 'json' };

export type SchemaName = 'meta' | 'app-envelope' | 'app-bare' | 'front-matter';

const references: Readonly<Record<SchemaName, string>> = {
  meta: metaSchema.$id,
  'app-envelope': `${appSchema.$id}#/definitions/envelope`,
  'app-bare': `${appSchema.$id}#/definitions/bare`,
  'front-matter': frontMatterSchema.$id,
};

/** Checks a value against one of our schemas; empty when it holds. */
export type Validate = (schema: SchemaName, value: unknown) => readonly ErrorObject[];

/** Compiles each schema when it is first needed. */
export function createValidate(): Validate {
  const ajv = new Ajv({ allErrors: true, strict: false, verbose: true });
  addFormats.default(ajv, ['date-time']);
  for (const schema of [appSchema, frontMatterSchema, metaSchema]) ajv.addSchema(schema);
  const compiled = new Map<SchemaName, ValidateFunction>();
  return (schema, value) => {
    let check = compiled.get(schema);
    if (check === undefined) {
      check = ajv.compile({ $ref: references[schema] });
      compiled.set(schema, check);
    }
    return check(value) ? [] : (check.errors ?? []);
  };
}
