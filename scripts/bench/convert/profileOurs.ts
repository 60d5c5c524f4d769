import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundle, type Places } from './bundle.js';
import { formatProfile } from './formatProfile.js';
import type { Inputs } from './inputs.js';
import { runJob } from './runJob.js';
import { summariseProfile, type CpuProfile } from './summariseProfile.js';

/** Profiles our round trip from a bundle that keeps its names; gives what to print. */
export async function profile(places: Places, worker: string, inputs: Inputs): Promise<string> {
  const output = join(places.cache, 'docbridge.cpuprofile');
  const { file } = await bundle(places, 'variants/docbridge.ts', 'docbridge-named', { minify: false });
  const converter = { name: 'docbridge', file };
  await runJob(worker, { kind: 'profile', converter, documents: inputs.documents, rounds: 10, output });
  const recorded = JSON.parse(readFileSync(output, 'utf8')) as CpuProfile;
  const functions = summariseProfile(recorded, basename(file), readFileSync(file, 'utf8'));
  return `${inputs.origin}; written to ${output}\n\n${formatProfile(functions)}`;
}
