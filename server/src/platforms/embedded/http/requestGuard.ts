import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const localNames = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Keeps web pages away from a server on loopback: a `Host` that is not this machine (DNS rebinding) gets 421,
 * a request that a page made (`Origin`, `Sec-Fetch-Site`) 403; answers cannot be used by other sites.
 */
export function guardRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' });
    if (!isLocalHost(request.headers.host, request.socket.localPort)) {
      return refuse(reply, 421, 'This server answers for 127.0.0.1 and localhost alone');
    }
    if (isFromPage(request)) return refuse(reply, 403, 'Web pages may not use this server');
    return undefined;
  });
}

/** Whether a `Host` header names this machine and the port it was reached at. */
export function isLocalHost(host: string | undefined, port: number | undefined): boolean {
  if (host === undefined) return false;
  const names = localNames.flatMap((name) => [`${name}:${port ?? 80}`, ...(port === 80 ? [name] : [])]);
  return names.includes(host.toLowerCase());
}

function isFromPage({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return headers.origin !== undefined || (site !== undefined && site !== 'none');
}

function refuse(reply: FastifyReply, status: number, detail: string): FastifyReply {
  return reply.code(status).send({ detail });
}
