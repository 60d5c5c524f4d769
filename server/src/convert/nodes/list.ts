import type { List, ListItem, Nodes } from 'mdast';
import { attribute, withAttributes, withMarkup } from '../attributes.js';
import type { Parent, Place, Printer } from '../print/Printer.js';
import { LINE_FEED, skipBlanks } from '../parse/codes.js';
import type { Reader } from '../read/Reader.js';
import { endOf, startOf } from '../read/span.js';
import type { Json, TiptapNode } from '../tiptap.js';
import { afterBlock, carriedAttributes } from './carriers.js';
import { paragraph } from './inlineNode.js';
import { bulletOf, delimiterOf, numberOf } from './listMarker.js';
import { naturalSpread } from './listSpread.js';
import type { BlockRule } from './rule.js';

const LIST: ReadonlySet<string> = new Set(['start', 'tight']);
const ITEM: ReadonlySet<string> = new Set(['checked', 'spread']);

/**
 * Bullet, numbered and task lists. `tight: false` parts the items by blank lines; an item's `spread` is there when its
 * blocks are parted otherwise than they usually are; markup keeps bullet, numbering and indentation.
 */
export const listRule: BlockRule = {
  types: ['bulletList', 'orderedList', 'taskList'],
  print: (node, printer, place) => {
    const carried = carriedAttributes(node, LIST);
    const start = attribute(node, 'start');
    const items = node.content ?? [];
    if (carried === undefined || items.length === 0) return undefined;
    if (node.type === 'orderedList' && (!isWhole(start) || start < 0 || start + items.length > 999_999_999))
      return undefined;
    const printed: string[] = [];
    for (const [index, item] of items.entries()) {
      const text = printItem(node, item, index, printer, place);
      if (text === undefined) return undefined;
      printed.push(`${index === 0 ? '' : itemGap(node, item, printer)}${text}`);
    }
    return afterBlock(printed.join(''), carried, printer);
  },
  reads: ['list'],
  read: (nodes, at, reader) => {
    const node = nodes[at];
    return node?.type === 'list' ? { node: readList(node, reader), count: 1 } : undefined;
  },
  examples: [
    {
      name: 'bullets',
      markdown: '- a\n- b',
      tiptap: [list('bulletList', {}, [paragraph('a')], [paragraph('b')])],
    },
    {
      name: 'numbers from nine',
      markdown: '9. a\n10. b',
      tiptap: [list('orderedList', { start: 9 }, [paragraph('a')], [paragraph('b')])],
    },
    {
      name: 'nested',
      markdown: '- a\n  1. b\n     - c',
      tiptap: [
        list('bulletList', {}, [
          paragraph('a'),
          list('orderedList', { start: 1 }, [paragraph('b'), list('bulletList', {}, [paragraph('c')])]),
        ]),
      ],
    },
    {
      name: 'loose',
      markdown: '- a\n\n- b',
      tiptap: [list('bulletList', { tight: false }, [paragraph('a')], [paragraph('b')])],
    },
    {
      name: 'two lists side by side',
      markdown: '- a\n\n* b',
      tiptap: [
        list('bulletList', {}, [paragraph('a')]),
        list('bulletList', { markup: { bullet: '*' } }, [paragraph('b')]),
      ],
    },
    {
      name: 'tasks',
      markdown: '- [x] a\n- [ ] b',
      tiptap: [
        {
          type: 'taskList',
          content: [
            { type: 'taskItem', attrs: { checked: true }, content: [paragraph('a')] },
            { type: 'taskItem', attrs: { checked: false }, content: [paragraph('b')] },
          ],
        },
      ],
    },
    {
      name: 'an item that opens with a list',
      markdown: '- - a',
      tiptap: [list('bulletList', {}, [paragraph(), list('bulletList', {}, [paragraph('a')])])],
    },
    {
      name: 'text that looks like a task',
      markdown: '- \\[x] a',
      tiptap: [list('bulletList', {}, [paragraph('[x] a')])],
    },
  ],
};

function list(
  type: string,
  attrs: NonNullable<TiptapNode['attrs']>,
  ...items: readonly (readonly TiptapNode[])[]
): TiptapNode {
  const content = items.map((blocks) => ({ type: 'listItem', content: blocks }));
  return { type, ...(Object.keys(attrs).length === 0 ? {} : { attrs }), content };
}

function printItem(
  node: TiptapNode,
  item: TiptapNode,
  index: number,
  printer: Printer,
  place: Place,
): string | undefined {
  const { source } = printer.written(item);
  if (typeof source === 'string') return source;
  const task = item.type === 'taskItem';
  if ((item.type !== 'listItem' && !task) || task !== (node.type === 'taskList')) return undefined;
  const carried = carriedAttributes(item, ITEM);
  if (carried === undefined || Object.keys(carried).length > 0) return undefined;
  const parent: Parent = task ? 'task' : 'item';
  const blocks = item.content ?? [];
  const body = printer.blocks(blocks, parent, !isSpread(item, blocks));
  const checked = attribute(item, 'checked');
  const box = checked === true ? '[x] ' : task || checked === false ? '[ ] ' : '';
  const prefix = prefixOf(node, item, index, printer, place);
  return hang(prefix, box, body);
}

const MARKER = /(?:[-+*]|\d{1,9}[.)])/y;

/** The first line after the marker, the others below its content. */
function hang(prefix: string, box: string, body: string): string {
  const whole = `${prefix}${box}`;
  const opening = body === '' || body.startsWith('\n') ? whole.trimEnd() : whole;
  if (!body.includes('\n')) return opening + body;
  return opening + body.replace(/\n(?!\n|$)/g, `\n${' '.repeat(prefix.length)}`);
}

function prefixOf(node: TiptapNode, item: TiptapNode, index: number, printer: Printer, place: Place): string {
  const marker =
    node.type === 'orderedList' ? numberOf(node, index, printer, place) : bulletOf(node, printer, place);
  const own = printer.written(item)['prefix'];
  if (typeof own === 'string' && own.trim() === marker) return own;
  const whole = printer.written(node)['space'];
  if (typeof whole !== 'string') return `${marker} `;
  const [before = '', after = ' '] = whole.split('x');
  return `${before}${marker}${after}`;
}

function itemGap(node: TiptapNode, item: TiptapNode, printer: Printer): string {
  const gap = printer.written(item)['gap'];
  if (typeof gap === 'number' && gap >= 0 && gap < 100) return '\n'.repeat(gap + 1);
  return attribute(node, 'tight') === false ? '\n\n' : '\n';
}

function isSpread(item: TiptapNode, blocks: readonly TiptapNode[]): boolean {
  const spread = attribute(item, 'spread');
  return typeof spread === 'boolean' ? spread : naturalSpread(blocks, item.type === 'taskItem');
}

function readList(node: List, reader: Reader): TiptapNode {
  const tasks = node.ordered !== true && node.children.every((item) => typeof item.checked === 'boolean');
  const items = node.children.map((item, index) => readItem(node, item, index, tasks, reader));
  const type = node.ordered === true ? 'orderedList' : tasks ? 'taskList' : 'bulletList';
  const spaces = items.map(({ space }) => space);
  const usual = spaces[0] ?? 'x ';
  const content = items.map(({ item, prefix, space }, index) => {
    const whole = space === usual ? item : withMarkup(item, { prefix });
    const source = node.children[index];
    if (source !== undefined) reader.remember(whole, source);
    return whole;
  });
  const attributes: Record<string, Json | undefined> = {
    start: node.ordered === true ? (node.start ?? 1) : undefined,
    tight: node.spread === true ? false : undefined,
  };
  const first = items[0]?.marker ?? '-';
  const markup = {
    ...(node.ordered === true
      ? {
          ...delimiterOf(first),
          ...numbering(
            node,
            items.map(({ marker }) => marker),
          ),
        }
      : { bullet: first === '-' ? undefined : first }),
    space: usual === 'x ' ? undefined : usual,
  };
  return withMarkup(withAttributes<TiptapNode>({ type, content }, attributes), markup);
}

/** Lists whose numbers all are the same count from there; that they stay the same is a matter of style. */
function numbering(node: List, markers: readonly string[]): Readonly<Record<string, Json>> {
  const numbers = markers.map((marker) => Number.parseInt(marker, 10));
  const start = node.start ?? 1;
  if (numbers.every((number, index) => number === start + index)) {
    const padded = markers.some((marker, index) => marker.length !== String(start + index).length + 1);
    return padded ? { numbers: markers } : {};
  }
  return numbers.every((number) => number === start) ? { numbering: 'same' } : { numbers: markers };
}

function readItem(
  parent: List,
  node: ListItem,
  index: number,
  task: boolean,
  reader: Reader,
): { readonly item: TiptapNode; readonly prefix: string; readonly space: string; readonly marker: string } {
  const { text } = reader;
  MARKER.lastIndex = startOf(node);
  const marker = MARKER.exec(text)?.[0] ?? '-';
  const from = startOf(node) + marker.length;
  const content = skipBlanks(text, from, text.length);
  const after = text.slice(from, content);
  const first = node.children[0];
  const empty = first === undefined || content === text.length || text.charCodeAt(content) === LINE_FEED;
  const before = reader.indentOf(node);
  const spread = node.spread === true;
  const inner =
    empty || first.type === 'code' || after.includes('\t') ? marker.length + 1 : marker.length + after.length;
  const blocks = reader.blocks(node.children, { kind: 'item', width: before.length + inner, spread });
  const filled = blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks];
  const attributes: Record<string, Json | undefined> = {
    checked: typeof node.checked === 'boolean' ? node.checked : undefined,
    // Blank lines inside its one block do not part blocks of the item.
    spread: blocks.length < 2 || spread === naturalSpread(filled, task) ? undefined : spread,
  };
  const item = withAttributes<TiptapNode>(
    { type: task ? 'taskItem' : 'listItem', content: filled },
    attributes,
  );
  const space = empty ? 'x ' : `${before}x${after.replace(/\t/g, ' ')}`;
  const gap = index === 0 ? undefined : gapBefore(parent, node, index, reader);
  return { item: withMarkup(item, { gap }), prefix: space.replace('x', marker), space, marker };
}

function gapBefore(parent: List, node: Nodes, index: number, reader: Reader): number | undefined {
  const before = parent.children[index - 1];
  if (before === undefined) return undefined;
  const { text } = reader;
  const start = startOf(node);
  let blank = -1;
  for (let at = text.indexOf('\n', endOf(before)); at !== -1 && at < start; at = text.indexOf('\n', at + 1))
    blank += 1;
  return blank === (parent.spread === true ? 1 : 0) ? undefined : Math.max(0, blank);
}

function isWhole(value: Json): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
