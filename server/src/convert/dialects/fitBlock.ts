import { textAttribute } from '../attributes.js';
import { omit } from '../omit.js';
import type { TiptapNode } from '../tiptap.js';
import type { Fitting } from './Fitting.js';
import { fitInlines } from './fitInline.js';
import { hasRequired, plainAttributes } from './plainAttributes.js';
import type { Shape } from './shapes.js';
import { firstText } from './shownText.js';

/** The language of code blocks that stand for raw blocks. */
export const RAW_LANGUAGE = 'raw';

const PARAGRAPH: TiptapNode = { type: 'paragraph' };
const DETAILS = ['detailsSummary', 'detailsContent'] as const;

/**
 * Blocks as a platform takes them, one for each given, at least one. What it has no node for, or not there, is shown as
 * the nearest that it has: a quote, a link, or code with the node's JSON. `at` is the pointer of the node that holds
 * them, `only` the types that may stand there.
 */
export function fitBlocks(
  nodes: readonly TiptapNode[],
  fitting: Fitting,
  at: string,
  only?: readonly string[],
): readonly TiptapNode[] {
  const blocks = nodes.map((node, index) => fitBlock(node, fitting, `${at}/content/${index}`, only));
  return blocks.length === 0 ? [PARAGRAPH] : blocks;
}

function fitBlock(node: TiptapNode, fitting: Fitting, at: string, only?: readonly string[]): TiptapNode {
  if (node.type === 'rawBlock') {
    fitting.notice('A raw block is shown as a code block.', at);
    return rawCode(textAttribute(node, 'source') ?? '', fitting);
  }
  if (fitting.isForeign(node.type)) return plainAttributes(node, undefined);
  if (node.type === 'rawInline' || fitting.placeOf(node.type) === 'inline') {
    return withContent(PARAGRAPH, fitInlines([node], fitting, at));
  }
  const shape = fitting.shapeOf(node.type);
  if (shape === undefined || !isTaken(node, shape, fitting, only)) return substitute(node, fitting, at);
  return fitContent(node, shape, fitting, at);
}

/** Whether a block of a kind that the platform has can stand here as it is built. */
function isTaken(
  node: TiptapNode,
  shape: Shape,
  fitting: Fitting,
  only: readonly string[] | undefined,
): boolean {
  if (shape.place !== 'block' || !hasRequired(node, shape)) return false;
  if (only?.includes(node.type) === false || !isBuilt(node, shape, fitting)) return false;
  // A cell can show a single block otherwise; a callout is what it holds.
  return (
    node.type !== 'callout' || (node.content ?? []).every((child) => mayStand(child, fitting, shape.only))
  );
}

function mayStand(node: TiptapNode, fitting: Fitting, only: readonly string[] | undefined): boolean {
  return fitting.shapeOf(node.type)?.place !== 'block' || only?.includes(node.type) !== false;
}

/** Whether a node that is made of parts has the parts that it needs, all the way down. */
function isBuilt(node: TiptapNode, shape: Shape, fitting: Fitting): boolean {
  const parts = shape.holds === 'details' ? DETAILS : shape.holds;
  if (typeof parts === 'string') return true;
  const children = node.content ?? [];
  const inOrder =
    parts !== DETAILS ||
    (children.length === 2 && children.every(({ type }, index) => type === parts[index]));
  if (!inOrder || (children.length === 0 && node.type !== 'tableRow')) return false;
  return children.every((child) => {
    const part = fitting.shapeOf(child.type);
    if (part === undefined) return fitting.isForeign(child.type);
    return parts.includes(child.type) && isBuilt(child, part, fitting);
  });
}

function fitContent(node: TiptapNode, shape: Shape, fitting: Fitting, at: string): TiptapNode {
  const plain = plainAttributes(node, shape);
  const children = node.content ?? [];
  switch (shape.holds) {
    case 'nothing':
      return withContent(plain, []);
    case 'code':
      return withText(plain, children.map((child) => child.text ?? '').join(''));
    case 'text':
    case 'inline':
      return withContent(plain, fitInlines(children, fitting, at, shape.holds === 'text'));
    case 'blocks':
      return withContent(plain, fitBlocks(children, fitting, at, shape.only));
    case 'item': {
      const begun = children[0]?.type === 'paragraph' ? children : [PARAGRAPH, ...children];
      return withContent(plain, fitBlocks(begun, fitting, at));
    }
    case 'details':
    default:
      return withContent(
        plain,
        children.map((child, index) => {
          const part = fitting.shapeOf(child.type);
          return part === undefined
            ? plainAttributes(child, part)
            : fitContent(child, part, fitting, `${at}/content/${index}`);
        }),
      );
  }
}

/** The nearest that the platform has to a block that it has not. */
function substitute(node: TiptapNode, fitting: Fitting, at: string): TiptapNode {
  if (node.type === 'callout') {
    fitting.notice('A callout is shown as a quote.', at);
    return { type: 'blockquote', content: fitBlocks(node.content ?? [], fitting, at) };
  }
  const href = firstText(node, ['src', 'href', 'url']);
  if (href !== undefined) {
    fitting.notice(`A ${node.type} is shown as a link.`, at);
    const text = firstText(node, ['title', 'name', 'alt']) ?? href;
    const marks = [{ type: 'link', attrs: { href } }];
    return { type: 'paragraph', content: [{ type: 'text', marks, text }] };
  }
  fitting.notice(`A ${node.type} is shown as its JSON.`, at);
  return rawCode(JSON.stringify(node), fitting);
}

function rawCode(source: string, fitting: Fitting): TiptapNode {
  const code: TiptapNode = { type: 'codeBlock', attrs: { language: RAW_LANGUAGE } };
  return withText(plainAttributes(code, fitting.shapeOf('codeBlock')), source);
}

function withText(node: TiptapNode, text: string): TiptapNode {
  return withContent(node, text === '' ? [] : [{ type: 'text', text }]);
}

function withContent(node: TiptapNode, content: readonly TiptapNode[]): TiptapNode {
  const rest = omit(node, 'content');
  return content.length === 0 ? rest : { ...rest, content };
}
