import type { Nodes, Root } from 'mdast';

/** Fields that trees are compared by; positions are compared apart. */
const FIELDS = [
  'type',
  'value',
  'depth',
  'ordered',
  'start',
  'spread',
  'checked',
  'lang',
  'meta',
  'align',
  'url',
  'title',
  'alt',
  'identifier',
  'label',
  'referenceType',
  'name',
  'attributes',
] as const;

/** Where two trees first differ, in words, or undefined. Null, undefined and a missing field count as equal. */
export function treeDifference(ours: Nodes, theirs: Nodes, withPositions: boolean): string | undefined {
  return differing(ours, theirs, withPositions, ours.type);
}

function differing(ours: Nodes, theirs: Nodes, withPositions: boolean, path: string): string | undefined {
  const [a, b] = [fields(ours), fields(theirs)];
  for (const field of FIELDS) {
    const [left, right] = [JSON.stringify(a[field] ?? null), JSON.stringify(b[field] ?? null)];
    if (left !== right) return `${path}: ${field} ${left} instead of ${right}`;
  }
  if (withPositions) {
    const [left, right] = [span(ours), span(theirs)];
    if (left !== right) return `${path}: at ${left} instead of ${right}`;
  }
  const [inside, wanted] = [childrenOf(ours), childrenOf(theirs)];
  for (const [index, child] of inside.entries()) {
    const other = wanted[index];
    if (other === undefined) break;
    const found = differing(child, other, withPositions, `${path}/${index}:${child.type}`);
    if (found !== undefined) return found;
  }
  return inside.length === wanted.length
    ? undefined
    : `${path}: ${inside.map(({ type }) => type).join(' ')} instead of ${wanted.map(({ type }) => type).join(' ')}`;
}

/** The tree as it is told in a failing test. */
export function outline(root: Root): string {
  const lines: string[] = [];
  const visit = (node: Nodes, indent: string): void => {
    const { type, ...rest } = fields(node);
    const told = Object.entries(rest).filter(
      ([key, value]) => key !== 'position' && key !== 'children' && key !== 'data' && value !== null,
    );
    lines.push(`${indent}${type as string} ${span(node)} ${JSON.stringify(Object.fromEntries(told))}`);
    for (const child of childrenOf(node)) visit(child, `${indent}  `);
  };
  visit(root, '');
  return lines.join('\n');
}

function fields(node: Nodes): Partial<Record<string, unknown>> {
  return { ...node };
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : [];
}

function span(node: Nodes): string {
  return `${node.position?.start.offset ?? '?'}-${node.position?.end.offset ?? '?'}`;
}
