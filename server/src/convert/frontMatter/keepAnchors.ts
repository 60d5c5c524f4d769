import type { Plan } from './planChanges.js';
import type { YamlNode, YamlTree } from './YamlTree.js';

/**
 * Aliases keep what they stand for: when the node with the anchor goes or says something else, the first alias that is
 * left takes its old value and the anchor. Adds those values to the plan; returns the nodes that lose their anchor.
 */
export function keepAnchors({ anchors }: YamlTree, { values, altered, gone }: Plan): ReadonlySet<YamlNode> {
  const lost = new Set<YamlNode>();
  for (const { name, node, users } of anchors) {
    const left = users.filter((user) => !gone.has(user) && !values.has(user));
    if (left.length === 0 || !(gone.has(node) || altered.has(node))) continue;
    lost.add(node);
    // A key takes the value alone: an anchor there would be hard to see.
    const heir = left.findIndex(({ place }) => !place.isKey);
    left.slice(0, heir === -1 ? left.length : heir + 1).forEach((user, at) => {
      values.set(user, at === heir ? { data: node.data, anchor: name } : { data: node.data });
    });
  }
  return lost;
}
