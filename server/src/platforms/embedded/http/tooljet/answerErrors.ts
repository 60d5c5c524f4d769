import type { ErrorObject } from 'ajv';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Logger } from '../../../../ports/Logger.js';
import { Refusal } from '../../Refusal.js';
import { requestProblems, type RequestProblem } from '../strictRequests.js';

/** Makes a scope answer errors as ToolJet does: `{statusCode, timestamp, path, message}`. */
export function answerToolJetErrors(app: FastifyInstance, logger: Logger, now: () => number): void {
  const answer = (
    request: FastifyRequest,
    reply: FastifyReply,
    statusCode: number,
    message: string | readonly string[],
  ): FastifyReply => {
    const timestamp = new Date(now()).toISOString();
    return reply.code(statusCode).send({ statusCode, timestamp, path: request.url, message });
  };
  app.setNotFoundHandler((request, reply) =>
    answer(request, reply, 404, `Cannot ${request.method} ${request.url}`),
  );
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof Refusal) return answer(request, reply, error.status, error.message);
    if (error.validation !== undefined) {
      const problems = requestProblems(error.validation as readonly ErrorObject[]);
      return answer(request, reply, 400, problems.map(describe));
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return answer(request, reply, status, error.message);
    logger.error(`${request.method} ${request.url}: ${error.stack ?? error.message}`);
    return answer(request, reply, 500, 'Internal server error');
  });
}

/** A problem in the words of class-validator. */
function describe({ path, kind, wanted }: RequestProblem): string {
  const name = path.length === 0 ? 'body' : path.join('.');
  switch (kind) {
    case 'missing':
      return `${name} should not be null or undefined`;
    case 'unknown':
      return `property ${name} should not exist`;
    case 'minimum':
      return `${name} must not be less than ${wanted}`;
    case 'maximum':
      return `${name} must not be greater than ${wanted}`;
    case 'length':
      return 'Maximum length has been reached.';
    case 'empty':
      return `${name} should not be empty`;
    case 'format':
      return `${name} must be a ${wanted === 'uuid' ? 'UUID' : `valid ${wanted}`}`;
    case 'type':
      return `${name} must be of type ${wanted}`;
  }
}
