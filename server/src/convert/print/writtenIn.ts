import { MARKUP, markupOf, type Attributes, type Carrier } from '../attributes.js';
import { omit } from '../omit.js';
import type { PrintMode } from './Printer.js';

const NOTHING: Attributes = {};

/** How a node or a mark was written, as far as a mode follows that. */
export function writtenIn(mode: PrintMode, carrier: Carrier): Attributes {
  if (carrier.attrs?.[MARKUP] === undefined) return NOTHING;
  const markup = markupOf(carrier);
  if (mode === 'source') return markup;
  if (mode !== 'styled') return NOTHING;
  return markup['source'] === undefined ? markup : omit(markup, 'source');
}
