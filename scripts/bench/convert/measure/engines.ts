import type { Measured } from '../../Measured.js';
import { timed } from '../../timed.js';
import type { TimeJob } from '../Job.js';
import type { Engine } from '../Variant.js';
import { wordOffset } from './edit.js';
import { measureInTurn, type Contestant } from './inTurn.js';
import { load, type Loaded } from './load.js';

/** Keystrokes a round. */
const KEYSTROKES = 4;

/** The parsers alone: all documents, and the large one again after a keystroke. */
export async function measureEngines(job: TimeJob): Promise<readonly Measured[]> {
  const loaded: Loaded<Engine>[] = [];
  for (const engine of job.engines) loaded.push(await load(engine, job.dom));
  const bytes = job.documents.reduce((sum, document) => sum + Buffer.byteLength(document), 0);
  return [
    ...measureInTurn(
      loaded.map((each) => parsing(each, job.documents)),
      job.rounds,
      bytes,
    ),
    ...measureInTurn(
      loaded.map((each) => typing(each, job.large)),
      job.rounds,
      Buffer.byteLength(job.large),
    ),
  ];
}

function parsing({ name, subject }: Loaded<Engine>, documents: readonly string[]): Contestant {
  const parseAll = (): void => {
    for (const document of documents) subject.parse(document);
  };
  return { variant: name, run: () => ({ 'engine: parse': [timed(parseAll)] }) };
}

function typing({ name, subject }: Loaded<Engine>, large: string): Contestant {
  const tree = subject.parse(large);
  return {
    variant: name,
    run(nth) {
      const timings = Array.from({ length: KEYSTROKES }, (_, index) => {
        const offset = wordOffset(large, nth * KEYSTROKES + index);
        const text = Buffer.from(`${large.slice(0, offset)}x${large.slice(offset)}`).toString();
        return timed(() => {
          if (subject.reparse === undefined) subject.parse(text);
          else subject.reparse(tree, text, offset);
        });
      });
      return { 'engine: keystroke': timings };
    },
  };
}
