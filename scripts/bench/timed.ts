import type { Timing } from './Timing.js';

/**
 * Runs a work and gives what it took. Processor time counts every thread: the collector and the compiler are part of
 * the price. No collection is forced before: one shrinks the young generation, and the work after it would pay for
 * that with twice its time.
 */
export function timed(work: () => void): Timing {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(cpu);
  return { cpu: (user + system) / 1000, wall: performance.now() - wall };
}
