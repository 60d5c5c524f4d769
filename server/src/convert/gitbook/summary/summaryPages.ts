import type { SummaryNode, SummaryTitle, SummaryTree } from './SummaryTree.js';

/** A page of a space, as SUMMARY.md places it. */
export interface ListedPage {
  /** Path of its file from the content root. */
  readonly path: string;
  readonly title: string;
  /** The short title shown in navigation. */
  readonly linkTitle?: string;
  /** Path of the page it stands under. */
  readonly parent?: string;
  /** Title of the group it stands in. */
  readonly group?: string;
}

/**
 * The pages of a SUMMARY.md, parents before children and siblings in order. A file counts where it is listed first;
 * entries with an anchor point into a page and are none. Entries without a file are passed over: the pages below them
 * belong to the page above them.
 */
export function summaryPages(tree: SummaryTree): readonly ListedPage[] {
  const pages = new Map<string, ListedPage>();
  const visit = (
    nodes: readonly (SummaryTitle | SummaryNode)[],
    parent: string | undefined,
    group?: string,
  ): void => {
    for (const node of nodes) {
      if (node.kind === 'title') continue;
      const isNew = node.kind === 'page' && node.suffix === undefined && !pages.has(node.path);
      if (isNew) {
        pages.set(node.path, {
          path: node.path,
          title: node.title,
          ...(node.linkTitle === undefined ? {} : { linkTitle: node.linkTitle }),
          ...(parent === undefined ? {} : { parent }),
          ...(group === undefined ? {} : { group }),
        });
      }
      visit(node.nodes, isNew ? node.path : parent, group);
    }
  };
  visit(tree.nodes, undefined);
  for (const group of tree.groups)
    visit(group.nodes, undefined, group.kind === 'group' ? group.title : undefined);
  return [...pages.values()];
}
