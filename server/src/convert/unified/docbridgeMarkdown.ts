import type { Root } from 'mdast';
import type { Options } from 'mdast-util-to-markdown';
import type { Processor } from 'unified';
import type { Budget } from '../budget/Budget.js';
import { inputSize } from '../budget/inputSize.js';
import { StepBudget } from '../budget/StepBudget.js';
import type { Flavour } from '../conversion.js';
import { syntaxOf } from '../flavour.js';
import { compileTree } from './compileTree.js';
import { readSource, type ReadTerms } from './readSource.js';

/** How a processor reads Markdown. */
export interface MarkdownOptions {
  readonly flavour?: Flavour | undefined;
  /** What reading and writing one text may spend; without it steps are counted (StepBudget). */
  readonly budget?: ((text: string) => Budget) | undefined;
}

interface Reading {
  readonly text: string;
  readonly terms: ReadTerms;
}

/**
 * The unified plug-in that reads and writes Markdown with our parser; used instead of remark-parse and remark-stringify.
 * Positions are those in the file as given. What no plug-in changed is written as the bytes that were read, the rest in
 * the style of the document; a block that cannot be written so that it reads back gets a message (`docbridge:unwritable`).
 * `data.settings` and `data.toMarkdownExtensions` are heeded as remark-stringify does; extensions of micromark are not.
 * The parser throws the errors of parse().
 */
export function docbridgeMarkdown(this: Processor, { flavour, budget }: MarkdownOptions = {}): void {
  const readings = new WeakMap<object, Reading>();
  const termsFor = (text: string): ReadTerms => {
    const counted = budget?.(text) ?? new StepBudget(inputSize.bind(undefined, text));
    return { syntax: syntaxOf(flavour), spend: (work) => counted.spend(work) };
  };
  this.parser = (text, file) => {
    const reading = { text, terms: termsFor(text) };
    const { root } = readSource(text, reading.terms);
    for (const key of [file, root, ...root.children]) readings.set(key, reading);
    return root;
  };
  this.compiler = (given, file) => {
    const tree = given as Root;
    const known = [tree, ...tree.children, file].flatMap((key) => readings.get(key) ?? []);
    const { text, terms } = known[0] ?? { text: '', terms: termsFor('') };
    const { settings, toMarkdownExtensions } = this.data() as ForeignData;
    const { text: written, lost } = compileTree(tree, readSource(text, terms), {
      ...terms,
      settings: settings ?? {},
      extensions: toMarkdownExtensions ?? [],
    });
    for (const node of lost) {
      file.message('This block does not read back as plug-ins made it: Markdown has no way to say it here.', {
        place: node.position,
        ruleId: 'unwritable',
        source: 'docbridge',
      });
    }
    return startsWithMark(file.value) ? `\ufeff${written}` : written;
  };
}

/** What plug-ins leave for compilers of Markdown. */
interface ForeignData {
  readonly settings?: Options;
  readonly toMarkdownExtensions?: readonly Options[];
}

/** Whether bytes begin with a byte order mark in UTF-8, which decoding them took away. */
function startsWithMark(value: unknown): boolean {
  return value instanceof Uint8Array && value[0] === 0xef && value[1] === 0xbb && value[2] === 0xbf;
}
