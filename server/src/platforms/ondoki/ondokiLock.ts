import { ItemLockedError } from '../../errors/platformErrors.js';
import type { Logger } from '../../ports/Logger.js';
import type { OndokiApi } from './OndokiApi.js';
import { utc } from './ondokiEntries.js';

/** How long ondoki keeps a lock. */
const lockTime = 30 * 60_000;

/**
 * Runs `write` while holding the document's lock, and releases it whatever happens. A lock that the same account
 * holds already, in an editor perhaps, is left as it is.
 */
export async function withOndokiLock<T>(
  api: OndokiApi,
  id: string,
  logger: Logger,
  signal: AbortSignal | undefined,
  write: () => Promise<T>,
): Promise<T> {
  const status = await api.lockStatus(id, signal);
  if (status.locked && !status.mine) {
    const until = status.since === null ? Number.NaN : Date.parse(utc(status.since)) + lockTime;
    throw new ItemLockedError(id, Number.isNaN(until) ? undefined : new Date(until).toISOString());
  }
  if (status.locked) return write();
  try {
    // Inside: an answer that was lost may have left the lock behind.
    await api.lock(id, signal);
    return await write();
  } finally {
    await release(api, id, logger);
  }
}

/** The write counts, not the release: a lock that stays expires by itself. */
async function release(api: OndokiApi, id: string, logger: Logger): Promise<void> {
  try {
    await api.unlock(id);
  } catch (error) {
    logger.warn(
      `The lock of document ${id} was not released: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
