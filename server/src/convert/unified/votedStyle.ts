import type { BaseNode } from './Base.js';
import { writtenStyle, type WrittenStyle } from './WrittenStyle.js';

/** The style that most of some nodes are written in; keys of which they show nothing are left out. */
export function votedStyle(nodes: Iterable<BaseNode>): WrittenStyle {
  const votes = new Map<string, { value: unknown; count: number }[]>();
  for (const { node, source } of nodes) {
    for (const [key, value] of Object.entries(writtenStyle(node, source))) {
      const counts = votes.get(key) ?? [];
      const known = counts.find((one) => one.value === value);
      if (known === undefined) counts.push({ value, count: 1 });
      else known.count += 1;
      votes.set(key, counts);
    }
  }
  return Object.fromEntries(
    [...votes].map(([key, counts]) => [
      key,
      counts.reduce((best, one) => (one.count > best.count ? one : best)).value,
    ]),
  );
}
