import { textAttribute } from '../attributes.js';
import { omit } from '../omit.js';
import type { TiptapMark, TiptapNode } from '../tiptap.js';
import type { Fitting } from './Fitting.js';
import { hasRequired, plainAttributes, plainMark } from './plainAttributes.js';
import { firstText, imageText, shownText } from './shownText.js';

/** An inline node in the platform's form, and what was changed for that. */
interface Fitted {
  readonly node: TiptapNode;
  readonly messages: readonly string[];
}

/**
 * Inline content as a platform takes it: raw source and nodes it has not as text, marks it has not left out, texts that
 * became alike joined, empty ones gone. `textOnly`: only text may stand here. `at` is the pointer of the node that
 * holds it.
 */
export function fitInlines(
  nodes: readonly TiptapNode[],
  fitting: Fitting,
  at: string,
  textOnly = false,
): readonly TiptapNode[] {
  const joined: TiptapNode[] = [];
  for (const child of nodes) {
    const { node, messages } = fitInline(child, fitting, textOnly);
    if (node.type === 'text' && textOf(node) === '') continue;
    const before = joined.at(-1);
    if (before !== undefined && isSameText(before, node)) {
      joined[joined.length - 1] = { ...before, text: textOf(before) + textOf(node) };
    } else {
      joined.push(node);
    }
    for (const message of messages) fitting.notice(message, `${at}/content/${joined.length - 1}`);
  }
  return joined;
}

function fitInline(node: TiptapNode, fitting: Fitting, textOnly: boolean): Fitted {
  if (node.type === 'text') return fitMarks(node, fitting, []);
  if (node.type === 'rawInline') {
    return codeText(textAttribute(node, 'source') ?? '', 'Raw inline source is shown as code.');
  }
  if (fitting.isForeign(node.type) && !textOnly)
    return fitMarks(plainAttributes(node, undefined), fitting, []);
  const shape = fitting.shapeOf(node.type);
  const plain = omit(plainAttributes(node, shape), 'content');
  if (shape?.place === 'inline' && hasRequired(plain, shape) && !textOnly)
    return fitMarks(plain, fitting, []);
  if (node.type === 'image') {
    const message = 'An image inside a line is shown as a link.';
    return fitMarks(imageLink(node), fitting, [message]);
  }
  const text = shownText(node);
  if (text === undefined)
    return codeText(JSON.stringify(node), `A ${node.type} in a line is shown as its JSON.`);
  const { marks } = node;
  const shown: TiptapNode = { type: 'text', ...(marks === undefined ? {} : { marks }), text };
  return fitMarks(shown, fitting, [`A ${node.type} is shown as text.`]);
}

function codeText(text: string, message: string): Fitted {
  return { node: { type: 'text', marks: [{ type: 'code' }], text }, messages: [message] };
}

function imageLink(image: TiptapNode): TiptapNode {
  const marks = image.marks ?? [];
  const href = firstText(image, ['src']) ?? '';
  const linked = marks.some((mark) => mark.type === 'link');
  return {
    type: 'text',
    marks: linked ? marks : [...marks, { type: 'link', attrs: { href } }],
    text: imageText(image),
  };
}

/** Leaves out marks that the platform has not, that stand twice, or that cannot stand beside code. */
function fitMarks(node: TiptapNode, fitting: Fitting, messages: readonly string[]): Fitted {
  const { marks } = node;
  if (marks === undefined) return { node, messages };
  const taken: TiptapMark[] = [];
  const left: string[] = [];
  const { besideCode } = fitting.schema;
  const code = marks.find((mark) => mark.type === 'code');
  for (const mark of marks) {
    const apart =
      code === undefined || mark === code
        ? false
        : besideCode === 'none' || besideCode.except.includes(mark.type);
    const twice = taken.some((other) => other.type === mark.type);
    if (!fitting.takesMark(mark)) left.push(`The mark ${mark.type} is left out.`);
    else if (apart) left.push(`Code is shown without the mark ${mark.type}.`);
    else if (!twice) taken.push(plainMark(mark));
  }
  return { node: { ...node, marks: taken }, messages: [...messages, ...left] };
}

function isSameText(before: TiptapNode, node: TiptapNode): boolean {
  if (before.type !== 'text' || node.type !== 'text') return false;
  return JSON.stringify(before.marks ?? []) === JSON.stringify(node.marks ?? []);
}

function textOf(node: TiptapNode): string {
  return node.text ?? '';
}
