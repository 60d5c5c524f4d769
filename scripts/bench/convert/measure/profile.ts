import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import type { ProfileJob } from '../Job.js';
import type { Converter } from '../Variant.js';
import { load } from './load.js';
import { throughText } from './throughText.js';

const WARM_UP = 3;

/** Records round trips of all documents after some that warm up, ten samples a millisecond, as a .cpuprofile. */
export async function profileRoundTrip({ converter, documents, rounds, output }: ProfileJob): Promise<void> {
  const { subject } = await load<Converter>(converter, '');
  const roundTrip = (): void => {
    for (const document of documents) subject.serialise(throughText(subject.parse(document)));
  };
  for (let round = 0; round < WARM_UP; round += 1) roundTrip();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 100 });
  await session.post('Profiler.start');
  for (let round = 0; round < rounds; round += 1) roundTrip();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  writeFileSync(output, JSON.stringify(profile));
}
