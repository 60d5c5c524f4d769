import type { ConversionBase, TiptapFile } from '../../../../server/src/convert/conversion.js';
import type { Measured } from '../../Measured.js';
import { timed } from '../../timed.js';
import type { TimeJob } from '../Job.js';
import type { BaseConverter } from '../variants/docbridge.js';
import { editDocument, editMarkdown, editedWord } from './edit.js';
import { measureInTurn, type Contestant } from './inTurn.js';
import { importBundle } from './load.js';

/** Edits a round: an edit is short, and one of few would be mostly noise. */
const EDITS = 3;

/**
 * One paragraph of the large document edited, with the base at hand: both directions, each beside the full conversion
 * of the same text. The base is held while the edits come in, as in a sync that runs; `docbridge, new base` never saw
 * its base before. What is edited arrives fresh every time.
 */
export async function measureEdits(job: TimeJob): Promise<readonly Measured[]> {
  if (job.editor === undefined) return [];
  const { createBaseConverter } = await importBundle<{ readonly createBaseConverter: () => BaseConverter }>(
    job.editor,
  );
  const converter = createBaseConverter();
  const base: ConversionBase = { markdown: job.large, tiptap: converter.toTiptap(job.large).doc };
  const bytes = Buffer.byteLength(job.large);
  return [
    ...measureInTurn(toMarkdown(converter, base), job.rounds, bytes),
    ...measureInTurn(toTiptap(converter, base), job.rounds, bytes),
  ];
}

function toMarkdown(converter: BaseConverter, base: ConversionBase): readonly Contestant[] {
  const edited = (index: number): TiptapFile => ({ doc: editDocument(base.tiptap, index) });
  return contestants('edit to Markdown', base, edited, (file, known) => converter.toMarkdown(file, known));
}

function toTiptap(converter: BaseConverter, base: ConversionBase): readonly Contestant[] {
  const edited = (index: number): string => editMarkdown(base.markdown, index);
  return contestants('edit to TipTap', base, edited, (text, known) => converter.toTiptap(text, known));
}

function contestants<T>(
  work: string,
  base: ConversionBase,
  edited: (index: number) => T,
  convert: (input: T, base?: ConversionBase) => unknown,
): readonly Contestant[] {
  const run = (variant: string, times: number, baseOf: () => ConversionBase | undefined): Contestant => ({
    variant,
    run(nth) {
      const timings = Array.from({ length: times }, (_, index) => {
        const number = nth * times + index;
        const input = edited(number);
        const known = baseOf();
        let result: unknown;
        const timing = timed(() => {
          result = convert(input, known);
        });
        if (!JSON.stringify(result).includes(editedWord(number))) {
          throw new Error(`${work}: the edit is not in the result.`);
        }
        return timing;
      });
      return { [work]: timings };
    },
  });
  return [
    run('full conversion', 1, () => undefined),
    run('docbridge', EDITS, () => base),
    run('docbridge, new base', 1, () => structuredClone(base)),
  ];
}
