import type { Timing } from './Timing.js';

/**
 * Runs a work `times` times, and gives what one execution took. Processor time counts every thread: the collector and
 * the compiler are part of the price. No collection is forced before: one shrinks the young generation, and the work
 * after it would pay for that with twice its time.
 */
export function timed(work: () => void, times = 1): Timing {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  for (let count = 0; count < times; count += 1) work();
  const used = process.cpuUsage(cpu);
  const elapsed = performance.now() - wall;
  return { cpu: (used.user + used.system) / 1000 / times, wall: elapsed / times };
}
