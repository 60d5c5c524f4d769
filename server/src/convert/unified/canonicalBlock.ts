import type { Nodes } from 'mdast';
import type { Definition } from '../labels.js';
import { canonicalSyntax } from '../verify/canonicalSyntax.js';

/**
 * One text for all nodes that read the same, whether a parser or a plug-in made them: plug-ins leave out fields that
 * parsers set to null or false, and write attributes in any order.
 */
export function canonicalBlock(node: Nodes, definitions: ReadonlyMap<string, Definition>): string {
  return canonicalSyntax(fill(node), definitions);
}

function fill<T extends Nodes>(node: T): T {
  const filled = { ...node };
  for (const [key, value] of Object.entries(node)) {
    if (value === null || value === undefined) Reflect.deleteProperty(filled, key);
  }
  if (filled.type === 'image' || filled.type === 'imageReference') filled.alt ??= '';
  if (filled.type === 'list') filled.ordered = filled.ordered === true;
  if ('attributes' in filled) {
    const given = Object.entries(filled.attributes as Readonly<Record<string, string | null>>);
    filled.attributes = Object.fromEntries(given.filter(([, value]) => value !== null).sort(byName));
  }
  if ('children' in filled)
    filled.children = (filled.children as Nodes[]).map(fill) as typeof filled.children;
  return filled;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
