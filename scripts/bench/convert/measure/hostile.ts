import { timed } from '../../timed.js';
import type { HostileJob, Replies } from '../Job.js';
import type { Engine } from '../Variant.js';
import { load } from './load.js';

/** One hostile text, parsed once without warm-up, as it arrives in life. What is thrown is named and not an end. */
export async function measureHostile({ engine, text }: HostileJob): Promise<Replies['hostile']> {
  const { subject } = await load<Engine>(engine, '');
  let error: string | undefined;
  const timing = timed(() => {
    try {
      subject.parse(text);
    } catch (thrown) {
      error = nameOf(thrown);
    }
  });
  return { ...timing, error };
}

/** The stable code of our errors; class names are lost in a minified bundle. */
function nameOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'threw a value';
  return `threw ${'code' in thrown ? String(thrown.code) : thrown.name}`;
}
