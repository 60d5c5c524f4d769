import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import schema from '../../schemas/docbridge.schema.json' with { type: 'json' };
import type { JsonPath } from './jsonDocument.js';

/** What is wrong with one value. */
export interface Problem {
  readonly path: JsonPath;
  readonly message: string;
}

let validator: ValidateFunction | undefined;

/** Holds a value against docbridge.schema.json. */
export function schemaProblems(value: unknown): readonly Problem[] {
  // Compiled at the first use: the editor starts without a configuration more often than with one.
  validator ??= new Ajv({ allErrors: true, strict: true }).compile(schema);
  if (validator(value)) return [];
  return (validator.errors ?? []).map((error) => toProblem(error, value));
}

function toProblem(error: ErrorObject, root: unknown): Problem {
  const path = pathOf(error.instancePath, root);
  const params: Readonly<Record<string, unknown>> = error.params;
  switch (error.keyword) {
    case 'additionalProperties':
      return { path: [...path, String(params['additionalProperty'])], message: 'this key is not known' };
    case 'required':
      return { path: [...path, String(params['missingProperty'])], message: 'this key is missing' };
    case 'enum': {
      const allowed = Array.isArray(params['allowedValues']) ? params['allowedValues'] : [];
      return { path, message: `must be one of ${allowed.map(String).join(', ')}` };
    }
    case 'type':
      return { path, message: `must be ${article(String(params['type']))}` };
    case 'pattern':
      return { path, message: "must be letters and digits, with single '.', '_' or '-' between them" };
    case 'minLength':
      return { path, message: 'must not be empty' };
    default:
      return { path, message: error.message ?? 'is not valid' };
  }
}

function article(type: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'a text',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
  };
  return names[type] ?? type;
}

/** Turns a JSON pointer (RFC 6901) into a path with numbers where the value is a list. */
function pathOf(pointer: string, root: unknown): JsonPath {
  const path: (string | number)[] = [];
  let value: unknown = root;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) {
      path.push(Number(key));
      value = value[Number(key)];
    } else {
      path.push(key);
      value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    }
  }
  return path;
}
