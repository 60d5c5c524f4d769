import { measureConverters } from './measure/converters.js';
import { measureEdits } from './measure/edits.js';
import { measureEngines } from './measure/engines.js';
import { measureHostile } from './measure/hostile.js';
import { measureMemory } from './measure/memory.js';
import { profileRoundTrip } from './measure/profile.js';
import type { Job, TimeJob } from './Job.js';

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

async function time(job: TimeJob): Promise<unknown> {
  return [...(await measureConverters(job)), ...(await measureEdits(job)), ...(await measureEngines(job))];
}
