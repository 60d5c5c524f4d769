import type { Nodes } from 'mdast';
import { encodeUrl } from './encodeUrl.js';
import { escapeHtml } from '../../../../scripts/conformance/judge/evenEntities.js';
import type { TreeLinks } from './TreeLinks.js';

/** HTML of inline nodes; `sourceOf` gives the text of what neither judge knows. */
export function inlineHtml(
  nodes: readonly Nodes[],
  links: TreeLinks,
  sourceOf: (node: Nodes) => string,
): string {
  const all = (children: readonly Nodes[]): string => inlineHtml(children, links, sourceOf);
  return nodes.map((node) => one(node, links, all, sourceOf)).join('');
}

function one(
  node: Nodes,
  links: TreeLinks,
  all: (nodes: readonly Nodes[]) => string,
  sourceOf: (node: Nodes) => string,
): string {
  if (node.type === 'text') return escapeHtml(node.value);
  if (node.type === 'emphasis') return `<em>${all(node.children)}</em>`;
  if (node.type === 'strong') return `<strong>${all(node.children)}</strong>`;
  if (node.type === 'delete') return `<del>${all(node.children)}</del>`;
  if (node.type === 'inlineCode') return `<code>${escapeHtml(node.value)}</code>`;
  if (node.type === 'break') return '<br />\n';
  if (node.type === 'html') return node.value;
  if (node.type === 'link') return link(node, all(node.children));
  if (node.type === 'image') return image(node, node.alt);
  if (node.type === 'linkReference') {
    const found = links.definition(node.identifier);
    return found === undefined ? dangling(node.identifier) : link(found, all(node.children));
  }
  if (node.type === 'imageReference') {
    const found = links.definition(node.identifier);
    return found === undefined ? dangling(node.identifier) : image(found, node.alt);
  }
  if (node.type === 'footnoteReference') {
    return `<sup class="footnote-ref">${links.footnoteNumber(node.identifier)}</sup>`;
  }
  return escapeHtml(sourceOf(node));
}

interface Target {
  readonly url: string;
  readonly title?: string | null | undefined;
}

function link(target: Target, content: string): string {
  return `<a href="${escapeHtml(encodeUrl(target.url))}"${title(target)}>${content}</a>`;
}

function image(target: Target, alt: string | null | undefined): string {
  return `<img src="${escapeHtml(encodeUrl(target.url))}" alt="${escapeHtml(alt ?? '')}"${title(target)} />`;
}

function title(target: Target): string {
  return (target.title ?? '') === '' ? '' : ` title="${escapeHtml(target.title ?? '')}"`;
}

/** A reference without definition is a defect of the tree, so it is made to differ from any judge's HTML. */
function dangling(identifier: string): string {
  return `<!-- undefined: ${escapeHtml(identifier)} -->`;
}
