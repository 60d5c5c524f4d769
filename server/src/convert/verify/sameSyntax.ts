import type { Nodes, PhrasingContent } from 'mdast';
import type { Definition } from '../labels.js';
import { canonicalSyntax } from './canonicalSyntax.js';

type Definitions = ReadonlyMap<string, Definition>;

/** Whether two trees render the same; as comparing their canonicalSyntax, but quick. */
export function sameSyntax(a: Nodes, b: Nodes, definitions: Definitions): boolean {
  return isAlike(a, b) || canonicalSyntax(a, definitions) === canonicalSyntax(b, definitions);
}

/** Whether two trees are the same node for node; false also where they only may render the same. */
function isAlike(a: Nodes, b: Nodes): boolean {
  if (a.type !== b.type) return false;
  switch (a.type) {
    case 'text':
    case 'inlineCode':
    case 'html':
    case 'inlineMath':
    case 'emoji':
    case 'verbatim':
    case 'inlineVerbatim':
      return a.value === (b as typeof a).value;
    case 'paragraph':
    case 'blockquote':
    case 'emphasis':
    case 'strong':
    case 'delete':
      return alikeChildren(a.children, (b as typeof a).children);
    case 'heading':
      return a.depth === (b as typeof a).depth && alikeChildren(a.children, (b as typeof a).children);
    case 'break':
    case 'thematicBreak':
      return true;
    case 'code': {
      const { lang, meta, value, data } = b as typeof a;
      return a.value === value && a.lang === lang && a.meta === meta && a.data?.emptyLine === data?.emptyLine;
    }
    case 'link': {
      const { url, title, children } = b as typeof a;
      return a.url === url && a.title === title && alikeChildren(a.children, children);
    }
    case 'list': {
      const { ordered, start, children } = b as typeof a;
      const same = a.ordered === ordered && a.start === start && isLoose(a) === isLoose(b as typeof a);
      return same && alikeChildren(a.children, children);
    }
    case 'listItem':
      return a.checked === (b as typeof a).checked && alikeChildren(a.children, (b as typeof a).children);
    default:
      return false;
  }
}

function isLoose(list: Nodes & { readonly type: 'list' }): boolean {
  return list.spread === true || list.children.some(({ spread }) => spread === true);
}

function alikeChildren(
  a: readonly (Nodes | PhrasingContent)[],
  b: readonly (Nodes | PhrasingContent)[],
): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) {
    const one = a[at];
    const other = b[at];
    if (one === undefined || other === undefined || !isAlike(one, other)) return false;
  }
  return true;
}
