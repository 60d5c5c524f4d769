import { Parser, type Node } from 'commonmark';
import { readTarget } from '../../../../server/src/convert/gitbook/summary/target.js';
import {
  summaryTitle,
  type SummaryNode,
  type SummaryTree,
} from '../../../../server/src/convert/gitbook/summary/SummaryTree.js';

interface Parsed extends Node {
  readonly literal: string | null;
  readonly destination: string | null;
  readonly title: string | null;
  readonly firstChild: Parsed | null;
  readonly next: Parsed | null;
}

/** Items of lists as lines: depth and what they are. */
export type Items = readonly string[];

/** The items that commonmark.js finds outside of quotes. */
export function itemsOfCommonmark(markdown: string): Items {
  const found: string[] = [];
  const visit = (node: Parsed, depth: number): void => {
    for (const child of childrenOf(node)) {
      if (child.type === 'item') found.push(`${depth} ${describeItem(child)}`);
      if (child.type === 'item' || child.type === 'list')
        visit(child, depth + (child.type === 'item' ? 1 : 0));
    }
  };
  visit(new Parser().parse(markdown) as Parsed, 0);
  return found;
}

/** The same of a tree of ours. */
export function itemsOfTree(tree: SummaryTree): Items {
  const found: string[] = [];
  const visit = (nodes: SummaryTree['nodes'] | readonly SummaryNode[], depth: number): void => {
    for (const node of nodes) {
      if (node.kind === 'title') continue;
      if (node.kind !== 'source' || node.item) found.push(`${depth} ${describe(node)}`);
      visit(node.nodes, depth + 1);
    }
  };
  visit(tree.nodes, 0);
  for (const group of tree.groups) visit(group.nodes, 0);
  return found;
}

function describe(node: SummaryNode): string {
  if (node.kind === 'source') return 'source';
  if (node.kind === 'text') return JSON.stringify(['text', node.title]);
  const target = node.kind === 'page' ? { path: node.path, suffix: node.suffix ?? '' } : { url: node.url };
  return JSON.stringify(['link', node.title, target, node.linkTitle ?? '']);
}

function describeItem(item: Parsed): string {
  const first = item.firstChild;
  if (first === null || first.type === 'list') return JSON.stringify(['text', '']);
  if (first.type !== 'paragraph') return 'source';
  const link = findLink(first);
  if (link === undefined) return JSON.stringify(['text', summaryTitle(textOf(first))]);
  const { to } = readTarget(decodeURIComponent(link.destination ?? ''), '');
  return JSON.stringify(['link', summaryTitle(textOf(link)), to, link.title ?? '']);
}

function findLink(node: Parsed): Parsed | undefined {
  for (const child of childrenOf(node)) {
    const found = child.type === 'link' ? child : findLink(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function textOf(node: Parsed): string {
  if (node.type === 'softbreak' || node.type === 'linebreak') return ' ';
  if (node.type === 'html_inline') return '';
  return `${node.literal ?? ''}${childrenOf(node).map(textOf).join('')}`;
}

function childrenOf(node: Parsed): readonly Parsed[] {
  const children: Parsed[] = [];
  for (let child = node.firstChild; child !== null; child = child.next) children.push(child);
  return children;
}
