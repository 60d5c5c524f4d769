import type { ConversionBase, TiptapFile } from '../../../../server/src/convert/conversion.js';
import { markdownToTiptap } from '../../../../server/src/convert/markdownToTiptap.js';
import { ConversionMemory } from '../../../../server/src/convert/memory/ConversionMemory.js';
import { tiptapToMarkdown } from '../../../../server/src/convert/tiptapToMarkdown.js';
import type { Converter } from '../Variant.js';

/** Ours as a product ships it: both ways verified, notices included, with the memory that a process shares. */
export function create(): Converter {
  const memory = new ConversionMemory();
  return {
    parse: (markdown) => markdownToTiptap(markdown, { memory }).value,
    serialise: (json) => tiptapToMarkdown(json as TiptapFile, { memory }).value,
  };
}

/** Ours with a base, which no peer has. */
export interface BaseConverter {
  readonly toTiptap: (markdown: string, base?: ConversionBase) => TiptapFile;
  readonly toMarkdown: (file: TiptapFile, base?: ConversionBase) => string;
}

export function createBaseConverter(): BaseConverter {
  const options = (base?: ConversionBase): { readonly base?: ConversionBase } =>
    base === undefined ? {} : { base };
  return {
    toTiptap: (markdown, base) => markdownToTiptap(markdown, options(base)).value,
    toMarkdown: (file, base) => tiptapToMarkdown(file, options(base)).value,
  };
}
