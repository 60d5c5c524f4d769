import { blockEntryEdits } from './blockEntries.js';
import { flowEntryEdits } from './flowEntries.js';
import type { Plan } from './planChanges.js';
import type { Edit } from './textEdits.js';
import { propRemoval, valueEdits, type Lines } from './valueEdits.js';
import { writeValue } from './yamlText.js';
import type { YamlEntry, YamlNode } from './YamlTree.js';

/** The edits of a text that carry out a plan. Those of inner nodes come first: they go first where places are equal. */
export function planEdits(
  root: YamlNode,
  plan: Plan,
  lostAnchors: ReadonlySet<YamlNode>,
  lines: Lines,
): readonly Edit[] {
  const ofNode = (node: YamlNode, entry: YamlEntry): readonly Edit[] => {
    const value = plan.values.get(node);
    const losesAnchor = lostAnchors.has(node);
    if (value !== undefined) return valueEdits(node, entry, value, losesAnchor, lines);
    const anchors = losesAnchor ? node.place.head.filter(({ type }) => type === 'anchor') : [];
    return [...anchors.map((anchor) => propRemoval(anchor, lines.text)), ...ofEntries(node)];
  };
  const ofEntries = (node: YamlNode): readonly Edit[] => {
    const inner = node.entries
      .filter((entry) => !plan.gone.has(entry.value))
      .flatMap((entry) => [
        ...(entry.key === undefined ? [] : ofNode(entry.key, entry)),
        ...ofNode(entry.value, entry),
      ]);
    const entries = plan.collections.get(node);
    if (entries === undefined) return inner;
    const isFlow = node.place.token?.type === 'flow-collection';
    return [...inner, ...(isFlow ? flowEntryEdits(node, entries) : blockEntryEdits(node, entries, lines))];
  };
  const value = plan.values.get(root);
  return value === undefined ? ofEntries(root) : [{ ...root.place.span, text: writeValue(value.data) }];
}
