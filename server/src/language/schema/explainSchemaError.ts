import type { ErrorObject } from 'ajv';
import type { JsonPath } from '../json/JsonDocument.js';

/** Where an error of a schema belongs and how to say it. */
export interface SchemaProblem {
  readonly path: JsonPath;
  /** `key`: the property's name is to be marked, else its value. */
  readonly at: 'key' | 'value';
  readonly message: string;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

/**
 * One of Ajv's errors in our words, or `undefined` for those that only repeat others (`oneOf`, `if`,
 * `$ref` wrappers). `value` is the whole document, to tell array indexes from keys.
 */
export function explainSchemaError(error: ErrorObject, value: unknown): SchemaProblem | undefined {
  const path = pathOf(error.instancePath, value);
  const name = nameOf(path);
  const params = error.params as Readonly<Record<string, unknown>>;
  switch (error.keyword) {
    case 'required':
      return { path, at: 'key', message: `The key "${String(params['missingProperty'])}" is missing.` };
    case 'type': {
      const wanted = [params['type']].flat().map((type) => typeNames[String(type)] ?? String(type));
      return {
        path,
        at: 'value',
        message: `${name} must be ${wanted.join(' or ')}, not ${kindOf(error.data)}.`,
      };
    }
    case 'propertyNames':
      return undefined;
    case 'enum': {
      const allowed = Array.isArray(params['allowedValues']) ? params['allowedValues'] : [];
      return { path, at: 'value', message: `${name} must be one of: ${allowed.map(String).join(', ')}.` };
    }
    case 'minLength':
      return { path, at: 'value', message: `${name} must not be empty.` };
    case 'minItems':
      return { path, at: 'value', message: `${name} must hold at least ${String(params['limit'])} entry.` };
    case 'format':
      return {
        path,
        at: 'value',
        message: `${name} must be a date and time such as 2024-05-01T12:00:00.000Z.`,
      };
    case 'pattern':
      return patternProblem(error, path, name);
    case 'not':
    case 'oneOf':
    case 'anyOf':
    case 'if':
      return undefined;
    default:
      return { path, at: 'value', message: `${name} ${error.message ?? 'is not as the schema says'}.` };
  }
}

function patternProblem(error: ErrorObject, path: JsonPath, name: string): SchemaProblem {
  const key = error.propertyName;
  if (key !== undefined) {
    return {
      path: [...path, key],
      at: 'key',
      message: `The key "${key}" must be the id of an app (a UUID).`,
    };
  }
  const pattern = String((error.params as Readonly<Record<string, unknown>>)['pattern']);
  if (pattern.startsWith('^[0-9a-fA-F]{8}-'))
    return { path, at: 'value', message: `${name} must be a UUID.` };
  if (pattern.startsWith('^\\d{4}-')) {
    return { path, at: 'value', message: `${name} must be an ISO 8601 date such as 2024-05-01.` };
  }
  return { path, at: 'value', message: `${name} must be a version such as 3.0.1.` };
}

/** JSON pointer (RFC 6901) to a path; digits are indexes where the value is an array. */
function pathOf(pointer: string, root: unknown): JsonPath {
  const path: (string | number)[] = [];
  let value = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const step = Array.isArray(value) ? Number(key) : key;
    path.push(step);
    value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[step];
  }
  return path;
}

function nameOf(path: JsonPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'The document';
  if (typeof last === 'string') return `"${last}"`;
  const list = path.at(-2);
  return typeof list === 'string' ? `Entry ${last + 1} of "${list}"` : `Entry ${last + 1}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeNames[typeof value] ?? typeof value;
}
