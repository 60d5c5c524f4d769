import type { Measured } from '../../Measured.js';
import { timed } from '../../timed.js';
import { sumTimings } from '../../Timing.js';
import type { TimeJob } from '../Job.js';
import type { Converter } from '../Variant.js';
import { load, type Loaded } from './load.js';
import { throughText } from './throughText.js';
import { measureInTurn, type Contestant } from './inTurn.js';

/** Every converter over the same documents: Markdown to JSON, JSON to Markdown, and both together. */
export async function measureConverters(job: TimeJob): Promise<readonly Measured[]> {
  const loaded: Loaded<Converter>[] = [];
  for (const converter of job.converters) loaded.push(await load(converter, job.dom));
  const documents = job.documents.filter((document, index) =>
    loaded.every((each) => stands(each, document, index)),
  );
  if (loaded.length > 0 && documents.length === 0)
    throw new Error('No document gets through all converters.');
  const bytes = documents.reduce((sum, document) => sum + Buffer.byteLength(document), 0);
  return measureInTurn(
    loaded.map((each) => contestant(each, documents)),
    job.rounds,
    bytes,
  );
}

/** Whether a converter gets through a document; one that any peer throws on is left out for all. Warms up, too. */
function stands(
  { name, subject, enter, leave }: Loaded<Converter>,
  document: string,
  index: number,
): boolean {
  enter();
  try {
    return subject.serialise(throughText(subject.parse(document))).length > 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`document ${index} is left out: ${name} throws on it (${reason.slice(0, 120)})\n`);
    return false;
  } finally {
    leave();
  }
}

function contestant(loaded: Loaded<Converter>, documents: readonly string[]): Contestant {
  const { name, subject, enter, leave } = loaded;
  return {
    variant: name,
    run() {
      enter();
      let parsed: readonly unknown[] = [];
      const parse = timed(() => {
        parsed = documents.map((document) => subject.parse(document));
      });
      const received = parsed.map(throughText);
      const serialise = timed(() => {
        for (const json of received) subject.serialise(json);
      });
      leave();
      return {
        'round trip': [sumTimings([parse, serialise])],
        parse: [parse],
        serialise: [serialise],
      };
    },
  };
}
