import type { Nodes } from 'mdast';
import { Span } from '../parse/Span.js';

/** Where a node begins in the text parsed (UTF-16 offset); one that a plug-in made stands nowhere, which is 0. */
export function startOf(node: Nodes): number {
  const { position } = node;
  return position instanceof Span ? position.from : (position?.start.offset ?? 0);
}

/** Where a node ends. */
export function endOf(node: Nodes): number {
  const { position } = node;
  return position instanceof Span ? position.to : (position?.end.offset ?? 0);
}
