import { measureConverters } from './measure/converters.js';
import { measureEdits } from './measure/edits.js';
import { measureEngines } from './measure/engines.js';
import { measureHostile } from './measure/hostile.js';
import { measureMemory } from './measure/memory.js';
import { profileRoundTrip } from './measure/profile.js';
import type { Measured } from '../Measured.js';
import type { Job, Replies, TimeJob } from './Job.js';

// The process that measures: takes one job, answers it, and is ended by the one who asked.
process.once('message', (job: Job) => {
  void run(job).then(
    (reply) => process.send?.(reply),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
});

async function run(job: Job): Promise<unknown> {
  switch (job.kind) {
    case 'time':
      return time(job);
    case 'memory':
      return measureMemory(job);
    case 'hostile':
      return measureHostile(job);
    case 'profile':
      await profileRoundTrip(job);
      return null;
  }
}

/** One group that fails does not take the others with it. */
async function time(job: TimeJob): Promise<Replies['time']> {
  const measured: Measured[] = [];
  const failures: string[] = [];
  for (const measure of [measureConverters, measureEdits, measureEngines]) {
    try {
      measured.push(...(await measure(job)));
    } catch (error) {
      failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
  return { measured, failures };
}
