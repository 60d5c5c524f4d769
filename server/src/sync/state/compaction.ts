import { segmentSize } from './ContentSegments.js';
import type { ContentPlace } from './ContentSegments.js';

const smallSegment = segmentSize / 16;
const manySmall = 16;

/**
 * Names the segments whose live records should move to new ones: more than half of the segment is dead, or
 * there are many small ones. Sizes are those of the full segments, in bytes.
 */
export function segmentsToMove(
  live: ReadonlyMap<string, ContentPlace>,
  sizes: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const used = new Map<string, number>();
  for (const { segment, length } of live.values()) used.set(segment, (used.get(segment) ?? 0) + length);
  const sparse = [...used].filter(([segment, bytes]) => bytes * 2 < (sizes.get(segment) ?? 0));
  const small = [...used].filter(([segment]) => (sizes.get(segment) ?? 0) < smallSegment);
  return new Set([...sparse, ...(small.length > manySmall ? small : [])].map(([segment]) => segment));
}
