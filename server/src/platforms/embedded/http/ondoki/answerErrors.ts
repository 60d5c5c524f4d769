import type { ErrorObject } from 'ajv';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';

import type { Logger } from '../../../../ports/Logger.js';
import { Refusal } from '../../Refusal.js';
import { MalformedBodyError, requestProblems, type RequestProblem } from '../strictRequests.js';

/** Makes a scope answer errors as FastAPI does: `{detail}`, a list of problems for a wrong request (422). */
export function answerOndokiErrors(app: FastifyInstance, logger: Logger): void {
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ detail: 'Not Found' }));
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof Refusal) return reply.code(error.status).send({ detail: error.message });
    if (error instanceof MalformedBodyError) {
      const problem = { type: 'json_invalid', loc: ['body', 0], msg: 'JSON decode error', input: {} };
      return reply.code(422).send({ detail: [{ ...problem, ctx: { error: error.message } }] });
    }
    if (error.validation !== undefined) {
      const part = error.validationContext === 'querystring' ? 'query' : 'body';
      const problems = requestProblems(error.validation as readonly ErrorObject[]);
      return reply.code(422).send({ detail: problems.map((problem) => describe(problem, part, request)) });
    }
    const status = error.statusCode ?? 500;
    if (status === 415) {
      const msg = 'Input should be a valid dictionary or object to extract fields from';
      return reply
        .code(422)
        .send({ detail: [{ type: 'model_attributes_type', loc: ['body'], msg, input: null }] });
    }
    if (status >= 500) logger.error(`${request.method} ${request.url}: ${error.stack ?? error.message}`);
    return reply.code(status).send({ detail: status >= 500 ? 'Internal Server Error' : error.message });
  });
}

/** A problem in the form of pydantic 2. */
function describe(
  { path, kind, wanted }: RequestProblem,
  part: 'query' | 'body',
  request: FastifyRequest,
): object {
  const whole = part === 'query' ? request.query : request.body;
  const loc = [part, ...path];
  const input = valueAt(whole, path);
  if (path.length === 0 && whole === undefined) {
    return { type: 'missing', loc, msg: 'Field required', input: null };
  }
  switch (kind) {
    case 'missing':
      return {
        type: 'missing',
        loc,
        msg: 'Field required',
        input: valueAt(whole, path.slice(0, -1)) ?? null,
      };
    case 'unknown':
      return { type: 'extra_forbidden', loc, msg: 'Extra inputs are not permitted', input };
    case 'minimum':
      return {
        type: 'greater_than_equal',
        loc,
        msg: `Input should be greater than or equal to ${wanted}`,
        input,
        ctx: { ge: Number(wanted) },
      };
    case 'maximum':
      return {
        type: 'less_than_equal',
        loc,
        msg: `Input should be less than or equal to ${wanted}`,
        input,
        ctx: { le: Number(wanted) },
      };
    case 'length':
      return {
        type: 'string_too_long',
        loc,
        msg: `String should have at most ${wanted} characters`,
        input,
        ctx: { max_length: Number(wanted) },
      };
    case 'empty':
    case 'format':
    case 'type':
      return { ...wrongType(wanted, part), loc, input };
  }
}

function wrongType(wanted: string, part: 'query' | 'body'): { readonly type: string; readonly msg: string } {
  const names: Readonly<Record<string, string>> = { object: 'dictionary' };
  const types: Readonly<Record<string, string>> = { integer: 'int', boolean: 'bool', object: 'dict' };
  const suffix = part === 'query' && wanted !== 'string' ? 'parsing' : 'type';
  return {
    type: `${types[wanted] ?? wanted}_${suffix}`,
    msg: `Input should be a valid ${names[wanted] ?? wanted}`,
  };
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Readonly<Record<string | number, unknown>>)[key];
  }
  return at;
}
