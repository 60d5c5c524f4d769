import { shownText as shownInstead } from '../dialects/shownText.js';
import type { TiptapNode } from '../tiptap.js';
import type { InlinePair } from './restoreInline.js';

const INLINE_CONTAINERS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'detailsSummary']);

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList']);
const ITEMS: ReadonlySet<string> = new Set(['listItem', 'taskItem']);

/** Whether what one node holds may stand in the other. */
export function alike(a: TiptapNode, b: TiptapNode): boolean {
  if (a.type === b.type) return true;
  return [INLINE_CONTAINERS, LISTS, ITEMS].some((kind) => kind.has(a.type) && kind.has(b.type));
}

/** Whether a node holds text rather than blocks. */
export function isInlineContainer(node: TiptapNode): boolean {
  return INLINE_CONTAINERS.has(node.type);
}

/**
 * Pairs two forms of the same inline content node by node; text that was joined in one form is cut where the other
 * has a seam. Undefined when they do not say the same.
 */
export function pairInline(
  given: readonly TiptapNode[],
  meant: readonly TiptapNode[],
): readonly InlinePair[] | undefined {
  const pairs: InlinePair[] = [];
  let [nextGiven, nextMeant] = [1, 1];
  for (let a = given[0], b = meant[0]; a !== undefined || b !== undefined;) {
    if (a === undefined || b === undefined) return undefined;
    const shown = shownText(b);
    if (a.text === undefined || shown === undefined) {
      if (a.type !== b.type) return undefined;
      pairs.push({ given: a, meant: b });
      a = given[nextGiven++];
      b = meant[nextMeant++];
      continue;
    }
    const length = Math.min(a.text.length, shown.length);
    if (a.text.slice(0, length) !== shown.slice(0, length)) return undefined;
    // An atom's source cannot be cut.
    if (b.text === undefined && length < shown.length) return undefined;
    pairs.push({
      given: { ...a, text: a.text.slice(0, length) },
      meant: b.text === undefined ? b : { ...b, text: shown.slice(0, length) },
    });
    const restA: TiptapNode | undefined =
      length < a.text.length ? { ...a, text: a.text.slice(length) } : given[nextGiven++];
    const restB: TiptapNode | undefined =
      length < shown.length ? { ...b, text: shown.slice(length) } : meant[nextMeant++];
    a = restA;
    b = restB;
  }
  return pairs;
}

/** The text that a node is on a plain platform. */
function shownText(node: TiptapNode): string | undefined {
  return node.text ?? shownInstead(node);
}
