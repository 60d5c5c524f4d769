import type { Parents, Text } from 'mdast';

/** What is only read where no word touches it. */
const APART: ReadonlySet<string> = new Set(['emoji', 'inlineMath']);

/** Written text whose letters beside an emoji or a formula are character references. */
export function encodeEdges(text: string, node: Text, { children }: Parents): string {
  const at = children.findIndex((child) => child === node);
  const touches = (place: number): boolean => APART.has(children[place]?.type ?? '');
  const head = touches(at - 1) ? text.replace(/^[\p{L}\p{N}]/u, encode) : text;
  return touches(at + 1) ? head.replace(/[\p{L}\p{N}]$/u, encode) : head;
}

function encode(character: string): string {
  return `&#x${(character.codePointAt(0) as number).toString(16).toUpperCase()};`;
}
