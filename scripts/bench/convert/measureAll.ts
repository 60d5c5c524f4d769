import { emptyRow, type Row } from '../Row.js';
import { toRows } from '../toRows.js';
import { bundle, type Places } from './bundle.js';
import { bundleVariants } from './bundleVariants.js';
import { hostileRows } from './hostileRows.js';
import type { Inputs } from './inputs.js';
import type { Options, Part } from './readOptions.js';
import { runJob } from './runJob.js';
import { CONVERTERS, ENGINES, OURS } from './Variant.js';
import { withMemory } from './withMemory.js';
import { YARDSTICKS } from './works.js';

/**
 * Bundles what is measured and measures it; rows come in the order of the works. What could not be measured is said
 * on stderr and makes the process end with code 1.
 */
export async function measureAll(
  places: Places,
  worker: string,
  inputs: Inputs,
  { parts, rounds, variants }: Options,
): Promise<readonly Row[]> {
  const any = (...wanted: readonly Part[]): boolean => wanted.some((part) => parts.has(part));
  const { documents, large } = inputs;
  const dom = (await bundle(places, 'peers/dom.mjs', 'dom')).file;
  const converters = any('conversion', 'edit', 'memory')
    ? await bundleVariants(places, CONVERTERS, variants)
    : [];
  const engines = any('engine', 'hostile', 'memory') ? await bundleVariants(places, ENGINES, variants) : [];
  const timed = await runJob(worker, {
    kind: 'time',
    converters: parts.has('conversion') ? converters : [],
    engines: parts.has('engine') ? engines : [],
    editor: parts.has('edit') ? converters.find(({ name }) => name === OURS)?.file : undefined,
    dom,
    documents,
    large,
    rounds,
  });
  for (const failure of timed?.failures ?? []) {
    process.stderr.write(`${failure}\n`);
    process.exitCode = 1;
  }
  let rows = toRows(timed?.measured ?? [], YARDSTICKS);
  if (parts.has('engine')) {
    const sizes = engines.map(({ name, bytes }) => ({
      ...emptyRow('engine: bundle, minified', name),
      bytes,
    }));
    rows = [...rows, ...sizes];
  }
  if (parts.has('hostile')) rows = [...rows, ...(await hostileRows(worker, engines))];
  if (!parts.has('memory')) return rows;
  for (const [work, role, subjects] of [
    ['round trip', 'converter', converters],
    ['engine: parse', 'engine', engines],
  ] as const) {
    for (const variant of subjects) {
      const peak = await runJob(worker, { kind: 'memory', role, variant, dom, documents });
      if (peak !== undefined) rows = withMemory(rows, work, variant.name, peak);
    }
  }
  return rows;
}
