import { longestRun } from './longestRun.js';
import { pageHierarchy } from './pageHierarchy.js';
import type { SummaryGroup, SummaryNode, SummaryPage, SummaryTitle, SummaryTree } from './SummaryTree.js';

/** A page that SUMMARY.md has to list. */
export interface PlacedPage {
  /** Path of its file from the content root. */
  readonly path: string;
  readonly title: string;
  /** Path of the page it stands under; without one it stands at the top. */
  readonly parent?: string;
  /** The path it had before, if it has been renamed or moved. */
  readonly from?: string;
  /** The short title; left as it is when absent, taken away when empty. */
  readonly linkTitle?: string;
}

/** The tree of a space that has no SUMMARY.md yet. */
export const NEW_SUMMARY: SummaryTree = {
  nodes: [{ kind: 'title', title: 'Table of contents' }],
  groups: [],
};

/**
 * The tree that lists exactly these pages, siblings in the order given. All else stays where it is: groups, links,
 * entries without a link, anchors into pages, unknown source; what stood below a page that is gone moves up. As few
 * pages as possible change their place; a new or moved page goes behind the sibling before it, into its group.
 */
export function placePages(tree: SummaryTree, pages: readonly PlacedPage[]): SummaryTree {
  return new Placer(tree, pages).place();
}

interface Slot {
  readonly page: PlacedPage;
  readonly old: SummaryPage | undefined;
}

interface Known {
  readonly node: SummaryPage;
  readonly position: number;
  /** Path of the page it stood under. */
  readonly parent: string | undefined;
}

class Placer {
  readonly #tree: SummaryTree;
  readonly #pages: readonly PlacedPage[];
  /** The first entry of each file in the old tree. */
  readonly #known = new Map<string, Known>();
  /** Old path of each listed file to its new one. */
  readonly #renamed = new Map<string, string>();
  readonly #olds = new Map<PlacedPage, SummaryPage>();
  readonly #staying = new Set<SummaryPage>();
  readonly #slots = new Map<SummaryPage, Slot>();
  readonly #before = new Map<SummaryPage, Slot>();
  readonly #after = new Map<PlacedPage, Slot>();
  /** The first of the new pages in a place that kept none, by the path of the page above. */
  readonly #first = new Map<string | undefined, Slot>();

  constructor(tree: SummaryTree, pages: readonly PlacedPage[]) {
    this.#tree = tree;
    this.#pages = pages;
    this.#learn(tree.nodes, undefined);
    for (const group of tree.groups) this.#learn(group.nodes, undefined);
  }

  place(): SummaryTree {
    const hierarchy = pageHierarchy(this.#pages);
    this.#claim([...hierarchy.values()].flat());
    const slots = new Map(
      [...hierarchy].map(([parent, pages]) => [parent, pages.map((page) => this.#slot(page))]),
    );
    for (const [parent, list] of slots) this.#arrange(parent, list);
    const nodes = this.#append(this.#tree.nodes, undefined);
    const groups = this.#tree.groups.map((group): SummaryGroup => ({
      ...group,
      nodes: this.#children(group.nodes),
    }));
    return { nodes, groups };
  }

  #learn(nodes: readonly (SummaryTitle | SummaryNode)[], parent: string | undefined): void {
    for (const node of nodes) {
      if (node.kind === 'title') continue;
      const isFirst = node.kind === 'page' && node.suffix === undefined && !this.#known.has(node.path);
      if (isFirst) this.#known.set(node.path, { node, position: this.#known.size, parent });
      this.#learn(node.nodes, isFirst ? node.path : parent);
    }
  }

  /** Finds the old entry of each page: a page that had the path before has more right to it than one that has it now. */
  #claim(pages: readonly PlacedPage[]): void {
    for (const ofPage of [({ from }: PlacedPage) => from, ({ path }: PlacedPage) => path]) {
      for (const page of pages) {
        const path = ofPage(page);
        const known = path === undefined ? undefined : this.#known.get(path);
        if (known === undefined || this.#renamed.has(known.node.path) || this.#olds.has(page)) continue;
        this.#renamed.set(known.node.path, page.path);
        this.#olds.set(page, known.node);
      }
    }
  }

  #slot(page: PlacedPage): Slot {
    const slot = { page, old: this.#olds.get(page) };
    if (slot.old !== undefined) this.#slots.set(slot.old, slot);
    return slot;
  }

  /** Decides which pages below one stay in their place, and where the others go. */
  #arrange(parent: string | undefined, slots: readonly Slot[]): void {
    const candidates = slots.flatMap(({ old }) => {
      const known = old === undefined ? undefined : this.#known.get(old.path);
      const above = known?.parent === undefined ? undefined : (this.#renamed.get(known.parent) ?? null);
      return known === undefined || above !== parent ? [] : [known];
    });
    const run = longestRun(candidates.map(({ position }) => position));
    for (const { node, position } of candidates) if (run.has(position)) this.#staying.add(node);
    const stays = ({ old }: Slot): boolean => old !== undefined && this.#staying.has(old);
    const anchor = slots.find(stays)?.old;
    slots.forEach((slot, index) => {
      const previous = slots[index - 1];
      if (stays(slot)) return;
      if (previous !== undefined) this.#after.set(previous.page, slot);
      else if (anchor !== undefined) this.#before.set(anchor, slot);
      else this.#first.set(parent, slot);
    });
  }

  #children(nodes: readonly SummaryNode[]): SummaryNode[] {
    return nodes.flatMap((node) => this.#rewrite(node));
  }

  /** What stands in the place of an old node. */
  #rewrite(node: SummaryNode): readonly SummaryNode[] {
    if (node.kind !== 'page') return [{ ...node, nodes: this.#children(node.nodes) }];
    const path = this.#renamed.get(node.path);
    if (this.#known.get(node.path)?.node !== node) {
      // An anchor or a second entry goes with its page; one whose page was never listed is nobody's.
      const isGone = path === undefined && this.#known.has(node.path);
      const nodes = this.#children(node.nodes);
      return isGone ? nodes : [{ ...node, path: path ?? node.path, nodes }];
    }
    const slot = this.#slots.get(node);
    if (slot === undefined) return this.#children(node.nodes);
    if (!this.#staying.has(node)) return [];
    const before = this.#before.get(node);
    return [...(before === undefined ? [] : this.#chain(before)), ...this.#chain(slot)];
  }

  /** A page and those that were put behind it. */
  #chain(first: Slot): readonly SummaryNode[] {
    const nodes: SummaryNode[] = [];
    for (let slot: Slot | undefined = first; slot !== undefined; slot = this.#after.get(slot.page)) {
      const { page, old } = slot;
      const linkTitle = page.linkTitle ?? old?.linkTitle ?? '';
      nodes.push({
        kind: 'page',
        title: page.title,
        path: page.path,
        ...(linkTitle === '' ? {} : { linkTitle }),
        ...(old?.place === undefined ? {} : { place: old.place }),
        nodes: this.#append(old?.nodes ?? [], page.path),
      });
    }
    return nodes;
  }

  /** The nodes below a page or the root, with the first of its new pages behind the last entry there. */
  #append<T extends SummaryTitle | SummaryNode>(
    nodes: readonly T[],
    path: string | undefined,
  ): (T | SummaryNode)[] {
    const rewritten = nodes.flatMap((node): readonly (T | SummaryNode)[] =>
      node.kind === 'title' ? [node] : this.#rewrite(node),
    );
    const first = this.#first.get(path);
    const last = rewritten.findLastIndex((node) => node.kind !== 'source' || node.item);
    if (first !== undefined) rewritten.splice(last + 1, 0, ...this.#chain(first));
    return rewritten;
  }
}
