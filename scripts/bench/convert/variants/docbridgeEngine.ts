import { parse } from '../../../../server/src/convert/parse/parse.js';
import type { Engine } from '../Variant.js';

/** What stands behind our `parse()` today. */
export function create(): Engine {
  return { parse: (text) => parse(text) };
}
