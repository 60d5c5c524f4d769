import assert from 'node:assert/strict';
import { outline } from './outline.js';

/** A rule, a small text, and the tree that the rule makes of it (see outline). */
export type OutlineCase = readonly [rule: string, source: string, expected: string];

/** One test a case. */
export function outlineTests(cases: readonly OutlineCase[]): void {
  for (const [rule, source, expected] of cases) {
    test(rule, () => {
      assert.equal(outline(source), expected, JSON.stringify(source));
    });
  }
}
