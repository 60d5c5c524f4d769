import type { Json } from '../../server/src/convert/tiptap.js';

/** A value as JSON on one line, cut in the middle. */
export function shorten(value: Json, most = 160): string {
  const text = JSON.stringify(value);
  return text.length <= most ? text : `${text.slice(0, most - 40)} ... ${text.slice(-35)}`;
}

/** The place where two texts part, with what stands around it. */
export function firstDifference(expected: string, found: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at += 1;
  const from = Math.max(0, at - 30);
  return `expected ${shorten(expected.slice(from, at + 70))} found ${shorten(found.slice(from, at + 70))}`;
}
