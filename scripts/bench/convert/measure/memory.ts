import type { MemoryJob } from '../Job.js';
import type { Converter, Engine } from '../Variant.js';
import { load } from './load.js';
import { throughText } from './throughText.js';

/** Peak resident memory of one pass over all documents, above what the process held before it loaded the variant, in bytes. */
export async function measureMemory({ role, variant, dom, documents }: MemoryJob): Promise<number> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  if (role === 'engine') {
    const { subject } = await load<Engine>(variant, dom);
    for (const document of documents) subject.parse(document);
  } else {
    const { subject, enter, leave } = await load<Converter>(variant, dom);
    enter();
    for (const document of documents) attempt(subject, document);
    leave();
  }
  return process.resourceUsage().maxRSS * 1024 - before;
}

/** Documents that a peer throws on cost memory, too; the timings leave them out and say so. */
function attempt(converter: Converter, document: string): boolean {
  try {
    converter.serialise(throughText(converter.parse(document)));
    return true;
  } catch {
    return false;
  }
}
