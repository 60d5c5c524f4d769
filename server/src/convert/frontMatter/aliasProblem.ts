import { isAlias, isMap, isSeq, type Document, type Node } from 'yaml';

/** Most values that a front matter may have once its aliases are written out. */
const MAX_VALUES = 10_000;

/** What is wrong with an alias (YAML 1.2.2, section 7.1), and where in the YAML text. */
export interface AliasProblem {
  readonly code: 'front-matter-syntax' | 'front-matter-too-complex';
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** An alias that leads nowhere or into itself, or aliases that multiply: writing those out would throw or never end. */
export function aliasProblem(document: Document): AliasProblem | undefined {
  const sizes = new Map<unknown, number>();
  const open = new Set<unknown>();
  let problem: AliasProblem | undefined;
  const found = (node: Node, code: AliasProblem['code'], message: string): number => {
    const [start, end] = node.range ?? [0, 0];
    problem ??= { code, message, start, end };
    return 0;
  };
  const sizeOf = (node: unknown): number => {
    if (problem !== undefined) return 0;
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (target === undefined)
        return found(node, 'front-matter-syntax', `There is no anchor "${node.source}".`);
      if (open.has(target)) return found(node, 'front-matter-syntax', `"${node.source}" holds itself.`);
      const size = sizeOf(target);
      return size > MAX_VALUES
        ? found(node, 'front-matter-too-complex', 'The aliases stand for too much.')
        : size;
    }
    const known = sizes.get(node);
    if (known !== undefined) return known;
    open.add(node);
    let size = 1;
    if (isMap(node)) for (const { key, value } of node.items) size += sizeOf(key) + sizeOf(value);
    if (isSeq(node)) for (const item of node.items) size += sizeOf(item);
    open.delete(node);
    sizes.set(node, size);
    return size;
  };
  sizeOf(document.contents);
  return problem;
}
