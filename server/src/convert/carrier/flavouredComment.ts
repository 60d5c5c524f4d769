import { mdxCarrier } from '../parse/mdx/htmlForm.js';
import type { Syntax } from '../parse/ParseContext.js';
import { writeCarrier, type Carried } from './comment.js';

/** Writes attributes as a comment of the flavour: MDX has expressions for that, not HTML. */
export function writeComment(carried: Carried, syntax: Syntax | undefined): string {
  const comment = writeCarrier(carried);
  return syntax?.mdx === true ? mdxCarrier(comment) : comment;
}
