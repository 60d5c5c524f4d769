import type { FastifyRequest } from 'fastify';

import { Refusal } from '../../Refusal.js';
import type { EmbeddedStore } from '../../store/EmbeddedStore.js';
import type { UserRecord } from '../../store/records.js';

/** Whose bearer token a request carries; throws a `Refusal` (401) with ondoki's codes. */
export function signedIn(store: EmbeddedStore, request: FastifyRequest): UserRecord {
  const [scheme = '', token = ''] = (request.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'bearer') throw new Refusal(401, 'NO_SESSION');
  const user = store.accounts.userOfToken(token);
  if (user === undefined) throw new Refusal(401, 'INVALID_TOKEN');
  return user;
}
