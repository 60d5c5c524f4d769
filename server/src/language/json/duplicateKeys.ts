import type { Node } from 'jsonc-parser';
import { makeFinding, type Finding } from '../Finding.js';
import type { JsonDocument } from './JsonDocument.js';

/** Keys that occur twice in one object: `JSON.parse` takes the last one without a word. */
export function duplicateKeys(document: JsonDocument): readonly Finding[] {
  const findings: Finding[] = [];
  const visit = (node: Node): void => {
    const seen = new Set<unknown>();
    for (const child of node.children ?? []) {
      const key = child.type === 'property' ? child.children?.[0] : undefined;
      if (key !== undefined) {
        if (seen.has(key.value)) {
          const range = document.lines.range(key.offset, key.offset + key.length);
          const message = `The key "${String(key.value)}" occurs twice; only the last one counts.`;
          findings.push(makeFinding('json-duplicate-key', range, message));
        }
        seen.add(key.value);
      }
      visit(child);
    }
  };
  const tree = document.tree();
  if (tree !== undefined) visit(tree);
  return findings;
}
