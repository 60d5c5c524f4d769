import { inputSize } from './budget/inputSize.js';
import { StepBudget } from './budget/StepBudget.js';
import type { ConvertOptions } from './conversion.js';
import { dialectTraits, type DialectTraits } from './dialects.js';
import { syntaxOf } from './flavour.js';
import type { BlockMemory } from './memory/ConversionMemory.js';
import type { Syntax } from './parse/ParseContext.js';
import type { TiptapNode } from './tiptap.js';

/** Counts work; see Budget. */
export type Spend = (work: number) => void;

/** What every step of one conversion has to know. */
export interface ConversionTerms extends DialectTraits {
  /** Every loop whose work is not bounded by the size of what it is given spends. */
  readonly spend?: Spend;
  /** What of Markdown's extensions is read; none when absent. */
  readonly syntax?: Syntax;
  /** Blocks that were read lately. */
  readonly memory?: BlockMemory;
}

/** The terms of a conversion; its budget counts steps unless another one is given. */
export function termsOf(input: string | TiptapNode, options: ConvertOptions): ConversionTerms {
  const { dialect, flavour, base, memory } = options;
  const budget = options.budget ?? new StepBudget(() => inputSize(input, base));
  return {
    ...dialectTraits(dialect),
    syntax: syntaxOf(flavour),
    ...(memory === undefined ? {} : { memory: memory.of(`${dialect ?? ''} ${flavour ?? ''}`) }),
    spend: (work) => {
      budget.spend(work);
    },
  };
}
