import type { ItemPlan } from './itemPlan.js';
import type { Problem } from './sides.js';

/** Files that stay out of a run because they could be any of several items, and how to say which. */
export function ambiguousProblems(items: readonly ItemPlan[]): readonly Problem[] {
  return items.flatMap(({ key, git, outcome, lines }) => {
    if (outcome !== 'ambiguous' || git === undefined) return [];
    const advice =
      git.kind === 'app'
        ? 'Rename one of them.'
        : 'Write the id of the right one into the front matter (docbridge: { id: ... }), take the id out of a copy, or change a title.';
    const message = `"${git.path}" cannot be told apart: ${lines[0]?.reason ?? ''}. ${advice}`;
    return [{ id: key, path: git.path, code: 'ambiguous-match', message }];
  });
}
