import type { Dialect, TiptapDocument, TiptapNode } from '../tiptap.js';

/**
 * The pointer (RFC 6901), in the platform's document, of a node that has this one in TipTap's. Only Outline builds a
 * node otherwise that holds others: the body of a toggle stands right below its head.
 */
export function pointerFromTiptap(
  doc: TiptapDocument,
  pointer: string,
  dialect: Dialect | undefined,
): string {
  if (dialect !== 'outline') return pointer;
  const places = [...pointer.matchAll(/\/content\/(\d+)/g)].map(([, place]) => Number(place));
  const theirs: number[] = [];
  let node: TiptapNode | undefined = doc;
  for (let place = places.shift(); place !== undefined; place = places.shift()) {
    const child: TiptapNode | undefined = node?.content?.[place];
    const inBody: number | undefined = node?.type === 'details' && place === 1 ? places.shift() : undefined;
    theirs.push(inBody === undefined ? place : inBody + 1);
    node = inBody === undefined ? child : child?.content?.[inBody];
  }
  return theirs.map((place) => `/content/${place}`).join('');
}
