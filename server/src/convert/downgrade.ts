import type { Conversion, Notice } from './conversion.js';
import { createFitting } from './dialects/Fitting.js';
import { fitBlocks } from './dialects/fitBlock.js';
import { plainAttributes } from './dialects/plainAttributes.js';
import { schemaOf } from './dialects/schemas.js';
import type { Dialect, TiptapDocument } from './tiptap.js';

/**
 * The document as the schema of a dialect's platforms takes it, block for block, under TipTap's names: raw blocks become
 * code blocks with language `raw`, raw inline source becomes code, nodes and marks that the platform has not become the
 * nearest that it has, our attributes go; those that a platform adds stay. Nodes and marks that `held`, the document
 * that it holds now, has are taken as well. The original stays in the base and comes back from there. Every notice has
 * the pointer of its node in the result.
 */
export function downgrade(
  doc: TiptapDocument,
  dialect?: Dialect,
  held?: TiptapDocument,
): Conversion<TiptapDocument> {
  const notices: Notice[] = [];
  const fitting = createFitting(schemaOf(dialect), held, notices);
  const content = fitBlocks(doc.content ?? [], fitting, '');
  return { value: { ...plainAttributes(doc, undefined), type: 'doc', content }, notices };
}
