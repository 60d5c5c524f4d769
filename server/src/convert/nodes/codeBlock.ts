import type { Code } from 'mdast';
import { attribute, withAttributes, withMarkup } from '../attributes.js';
import { OPAQUE_INFO, readOpaque } from '../carrier/opaque.js';
import type { Printer } from '../print/Printer.js';
import type { Reader } from '../read/Reader.js';
import { startOf } from '../read/span.js';
import type { TiptapNode } from '../tiptap.js';
import { afterBlock, carriedAttributes } from './carriers.js';
import { rawBlock } from './rawBlock.js';
import type { BlockRule, TakenBlock } from './rule.js';

/** What stands in front of code without fences. */
const INDENT = '    ';

const KNOWN: ReadonlySet<string> = new Set(['language', 'meta']);
const FENCE = /`{3,}|~{3,}/y;

/** Code between fences longer than any in it; `meta` is what follows the language. */
export const codeBlockRule: BlockRule = {
  types: ['codeBlock'],
  print: (node, printer) => {
    const carried = carriedAttributes(node, KNOWN);
    const code = plainText(node);
    const info = writeInfo(node);
    if (carried === undefined || code === undefined || info === undefined) return undefined;
    if (info === '' && printer.written(node)['fence'] === INDENT && isIndentable(code)) {
      return afterBlock(code.replace(/^(?=.*\S)/gm, INDENT), carried, printer);
    }
    const fence = fenceFor(node, code, info, printer);
    return afterBlock(`${fence}${info}\n${code}${code === '' ? '' : '\n'}${fence}`, carried, printer);
  },
  reads: ['code'],
  read: (nodes, at, reader) => {
    const node = nodes[at];
    return node?.type === 'code' ? readCode(node, reader) : undefined;
  },
  examples: [
    { name: 'code', markdown: '```ts\nconst a = 1\n```', tiptap: [code('const a = 1', { language: 'ts' })] },
    {
      name: 'empty code',
      markdown: '```js\n```',
      tiptap: [{ type: 'codeBlock', attrs: { language: 'js' } }],
    },
    { name: 'fence in code', markdown: '````md\n```\n````', tiptap: [code('```', { language: 'md' })] },
    {
      name: 'what follows the language',
      markdown: '```js title="a"\nx\n```',
      tiptap: [code('x', { language: 'js', meta: 'title="a"' })],
    },
    {
      name: 'a language with a space',
      markdown: '```c&#x20;x\ny\n```',
      tiptap: [code('y', { language: 'c x' })],
    },
    {
      name: 'tildes are remembered',
      markdown: '~~~\nx\n~~~',
      tiptap: [code('x', { markup: { fence: '~~~' } })],
    },
    {
      name: 'indentation is remembered',
      markdown: '    x\n\n      y',
      tiptap: [code('x\n\n  y', { markup: { fence: '    ' } })],
    },
  ],
};

function code(text: string, attrs: NonNullable<TiptapNode['attrs']>): TiptapNode {
  return { type: 'codeBlock', attrs, content: [{ type: 'text', text }] };
}

function readCode(node: Code, reader: Reader): TakenBlock {
  if (node.lang === OPAQUE_INFO && (node.meta ?? '') === '') {
    const opaque = readOpaque(node.value);
    if (opaque !== undefined) return { node: opaque, count: 1 };
  }
  if (node.data?.emptyLine === true) {
    reader.notice('raw-block', 'Code that is one empty line is carried as its source.', node);
    return { node: rawBlock(reader.source(node), 'raw'), count: 1 };
  }
  const attributes = { language: node.lang, meta: node.meta };
  const content = node.value === '' ? {} : { content: [{ type: 'text', text: node.value }] };
  const read = withAttributes<TiptapNode>({ type: 'codeBlock', ...content }, attributes);
  FENCE.lastIndex = startOf(node);
  const fence = FENCE.exec(reader.text)?.[0];
  const usual = fence === '`'.repeat(Math.max(3, longestRun(node.value, '`') + 1));
  return { node: usual ? read : withMarkup(read, { fence: fence ?? INDENT }), count: 1 };
}

/** The text of a node that holds text without marks; undefined for any other. */
export function plainText(node: TiptapNode): string | undefined {
  const parts = node.content ?? [];
  const plain = parts.every((part) => part.type === 'text' && (part.marks ?? []).length === 0);
  return plain ? parts.map((part) => part.text ?? '').join('') : undefined;
}

/** Blank lines at the edges of indented code are not part of it. */
function isIndentable(code: string): boolean {
  return /^[^\n]*\S/.test(code) && /\S[^\n]*$/.test(code);
}

function writeInfo(node: TiptapNode): string | undefined {
  const language = attribute(node, 'language');
  const meta = attribute(node, 'meta');
  if ((language !== null && typeof language !== 'string') || (meta !== null && typeof meta !== 'string'))
    return undefined;
  const name = encodeInfo(language ?? '').replace(/[ \t]/g, (space) => (space === ' ' ? '&#x20;' : '&#x9;'));
  if (meta === null || meta === '') return name;
  if (/^\s|\s$|[\r\n]/.test(meta)) return undefined;
  return name === '' ? undefined : `${name} ${encodeInfo(meta)}`;
}

function encodeInfo(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/&(?=#|[A-Za-z][A-Za-z\d]*;)/g, '&amp;')
    .replace(/\n/g, '&#xA;')
    .replace(/\r/g, '&#xD;');
}

function fenceFor(node: TiptapNode, text: string, info: string, printer: Printer): string {
  const form = printer.written(node)['fence'];
  const written = typeof form === 'string' && /^(?:`{3,}|~{3,})$/.test(form) ? form : undefined;
  const char = info.includes('`') ? '~' : (written?.charAt(0) ?? printer.style.fence);
  return char.repeat(Math.max(written?.length ?? 3, 3, longestRun(text, char) + 1));
}

/** The longest run of a fence's character at the start of a line. */
function longestRun(text: string, char: string): number {
  let longest = 0;
  if (!text.includes(char.repeat(3))) return longest;
  for (const match of text.matchAll(char === '`' ? /^[ \t]*(`{3,})/gm : /^[ \t]*(~{3,})/gm)) {
    longest = Math.max(longest, match[1]?.length ?? 0);
  }
  return longest;
}
