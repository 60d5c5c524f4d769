import { emptyRow, type Row } from '../Row.js';
import type { VariantBundle } from './bundleVariants.js';
import { HOSTILE_TEXTS } from './hostileTexts.js';
import { runJob } from './runJob.js';

/** Longest time that one hostile text is given, in milliseconds. */
const LIMIT = 10_000;

/**
 * One row a hostile text and engine, each in a process of its own, once and cold. Who threw or was ended is said on
 * stderr; an engine that was ended has the limit as its time, which is less than it needs.
 */
export async function hostileRows(
  worker: string,
  engines: readonly VariantBundle[],
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [title, text] of Object.entries(HOSTILE_TEXTS)) {
    for (const engine of engines) {
      const reply = await runJob(worker, { kind: 'hostile', engine, text }, LIMIT);
      const { cpu, wall } = reply ?? { cpu: LIMIT, wall: LIMIT };
      const row = emptyRow(`engine, hostile: ${title}`, engine.name);
      rows.push({ ...row, cpu_ms: cpu, wall_ms: wall, bytes: Buffer.byteLength(text) });
      const end = reply === undefined ? `ended after ${LIMIT} ms` : reply.error;
      if (end !== undefined) process.stderr.write(`${title}: ${engine.name} ${end}\n`);
    }
  }
  return rows;
}
