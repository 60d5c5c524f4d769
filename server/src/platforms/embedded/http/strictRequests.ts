import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { FastifyInstance } from 'fastify';

/** What went wrong with one value of a request, in no service's words yet. */
export interface RequestProblem {
  /** Where: keys and indexes from the body or query down. */
  readonly path: readonly (string | number)[];
  readonly kind: 'missing' | 'unknown' | 'type' | 'minimum' | 'maximum' | 'length' | 'empty' | 'format';
  /** The wanted type, limit, length or format. */
  readonly wanted: string;
}

const deepest = 512;

/**
 * Makes a scope take JSON alone and exactly what its schemas name: nothing is coerced in a body and unknown
 * keys are refused; values of a query are read from their text. Depth is limited, for converters recurse.
 */
export function beStrict(app: FastifyInstance): void {
  const bodies = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  const queries = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, coerceTypes: true });
  for (const ajv of [bodies, queries]) {
    ajv.addFormat('uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i);
    ajv.addFormat('email', /^[^\s@]+@[^\s@]+$/);
  }
  app.setValidatorCompiler(({ schema, httpPart }): ValidateFunction => {
    return (httpPart === 'querystring' ? queries : bodies).compile(schema as object);
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    const body = parse(text as string);
    if (body instanceof MalformedBodyError) done(body);
    else done(null, body);
  });
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return new MalformedBodyError('it is not JSON');
  }
  return isDeeper(body, deepest) ? new MalformedBodyError('it is nested too deeply') : body;
}

/** The body of a request cannot be read. */
export class MalformedBodyError extends Error {
  readonly statusCode = 400;
}

/** Fastify's validation errors as problems. */
export function requestProblems(errors: readonly ErrorObject[]): RequestProblem[] {
  return errors.map((error) => {
    const path = error.instancePath
      .split('/')
      .slice(1)
      .map((key) => (/^\d+$/.test(key) ? Number(key) : key.replaceAll('~1', '/').replaceAll('~0', '~')));
    const params = error.params as Readonly<Record<string, unknown>>;
    switch (error.keyword) {
      case 'required':
        return { path: [...path, String(params['missingProperty'])], kind: 'missing', wanted: '' };
      case 'additionalProperties':
        return { path: [...path, String(params['additionalProperty'])], kind: 'unknown', wanted: '' };
      case 'minimum':
      case 'maximum':
        return { path, kind: error.keyword, wanted: String(params['limit']) };
      case 'maxLength':
        return { path, kind: 'length', wanted: String(params['limit']) };
      case 'minLength':
        return { path, kind: 'empty', wanted: '' };
      case 'format':
        return { path, kind: 'format', wanted: String(params['format']) };
      default:
        return {
          path,
          kind: 'type',
          wanted: [params['type']]
            .flat()
            .filter((type) => type !== 'null')
            .join(' or '),
        };
    }
  });
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}
