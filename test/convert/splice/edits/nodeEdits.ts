import type { TiptapDocument, TiptapMark, TiptapNode } from '../../../../server/src/convert/tiptap.js';

/** Places among siblings on the way down to a node. */
export type Path = readonly number[];

/** A node and the way to it. */
export interface Found {
  readonly path: Path;
  readonly node: TiptapNode;
}

/** Every node below the document, outermost first. */
export function nodesOf(doc: TiptapDocument): readonly Found[] {
  const found: Found[] = [];
  const visit = (node: TiptapNode, path: Path): void => {
    if (path.length > 0) found.push({ path, node });
    node.content?.forEach((child, index) => {
      visit(child, [...path, index]);
    });
  };
  visit(doc, []);
  return found;
}

export function nodeAt(doc: TiptapNode, path: Path): TiptapNode | undefined {
  return path.reduce<TiptapNode | undefined>((node, at) => node?.content?.[at], doc);
}

/** All text below a node, and what its attributes and marks say: addresses, titles, source that is carried. */
export function textOf(node: TiptapNode): string {
  const said = [node, ...(node.marks ?? [])].flatMap(({ attrs }) => Object.values(attrs ?? {}));
  const texts = [node.text, ...said].filter((value) => typeof value === 'string');
  return [...texts, ...(node.content ?? []).map(textOf)].join(' ');
}

/** The document with the children of one node changed. */
export function changeContent(
  doc: TiptapDocument,
  path: Path,
  change: (content: readonly TiptapNode[]) => readonly TiptapNode[],
): TiptapDocument {
  return changeNode(doc, path, (node) => {
    const { content: before = [], ...rest } = node;
    const content = change(before);
    return content.length === 0 ? rest : { ...rest, content };
  });
}

/** The document with one node replaced. */
export function changeNode(
  doc: TiptapDocument,
  path: Path,
  change: (node: TiptapNode) => TiptapNode,
): TiptapDocument {
  const descend = (node: TiptapNode, [first, ...rest]: Path): TiptapNode => {
    if (first === undefined) return change(node);
    const content = (node.content ?? []).map((child, index) =>
      index === first ? descend(child, rest) : child,
    );
    return { ...node, content };
  };
  return { ...descend(doc, path), type: 'doc' };
}

/** Cuts a text node into three, the middle one changed, and joins what became alike. */
export function changeRange(
  nodes: readonly TiptapNode[],
  index: number,
  range: { readonly start: number; readonly end: number },
  change: (part: TiptapNode) => TiptapNode,
): readonly TiptapNode[] {
  const node = nodes[index];
  const text = node?.text;
  if (node === undefined || text === undefined) return nodes;
  const parts = [
    { ...node, text: text.slice(0, range.start) },
    change({ ...node, text: text.slice(range.start, range.end) }),
    { ...node, text: text.slice(range.end) },
  ];
  return joinTexts([...nodes.slice(0, index), ...parts, ...nodes.slice(index + 1)]);
}

function joinTexts(nodes: readonly TiptapNode[]): readonly TiptapNode[] {
  const joined: TiptapNode[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if (node.text === '') continue;
    if (before?.text !== undefined && node.text !== undefined && sameMarks(before.marks, node.marks)) {
      joined[joined.length - 1] = { ...before, text: before.text + node.text };
    } else {
      joined.push(node);
    }
  }
  return joined;
}

function sameMarks(a: readonly TiptapMark[] = [], b: readonly TiptapMark[] = []): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
