import type { CST } from 'yaml';

/** A piece of YAML source that holds no other. */
export interface Leaf {
  readonly type: string;
  readonly offset: number;
  readonly source: string;
}

/** Half-open UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const TRIVIA: ReadonlySet<string> = new Set(['space', 'newline', 'comment', 'comma']);

export function isTrivia({ type }: Leaf): boolean {
  return TRIVIA.has(type);
}

/** All leaves of an entry of a map or list, in the order of the source. */
export function leavesOfItem({ start, key, sep = [], value }: CST.CollectionItem): Leaf[] {
  return [...start, ...leavesOf(key), ...sep, ...leavesOf(value)];
}

/** All leaves of a token, in the order of the source. */
export function leavesOf(token: CST.Token | null | undefined): Leaf[] {
  if (token === null || token === undefined) return [];
  if (token.type === 'block-map' || token.type === 'block-seq') return token.items.flatMap(leavesOfItem);
  if (token.type === 'block-scalar') {
    const props = token.props.flatMap(leavesOf);
    return [...props, { type: token.type, offset: endOf(props), source: token.source }];
  }
  const end = endsOf(token);
  if (token.type === 'flow-collection') return [token.start, ...token.items.flatMap(leavesOfItem), ...end];
  return 'source' in token && token.source !== '' ? [token, ...end] : end;
}

function endsOf({ end = [] }: { readonly type: string; readonly end?: Leaf[] }): Leaf[] {
  return end;
}

/** From the first leaf to the last that says something; `undefined` when none does. */
export function spanOf(leaves: readonly Leaf[]): Span | undefined {
  const said = leaves.filter((leaf) => !isTrivia(leaf));
  const [first] = said;
  return first === undefined ? undefined : { start: first.offset, end: endOf(said) };
}

/** Where the last leaf ends; 0 when there is none. */
export function endOf(leaves: readonly Leaf[]): number {
  const last = leaves.at(-1);
  return last === undefined ? 0 : last.offset + last.source.length;
}
