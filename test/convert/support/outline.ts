import type { Nodes } from 'mdast';
import { parse, type ParseOptions } from '../../../server/src/convert/parse/parse.js';

const UNSAID: ReadonlySet<string> = new Set(['type', 'children', 'position', 'value', 'data']);

/**
 * The tree of a text on one line: `type(field="value")[children]`, with a text's or a leaf's value in quotes. Fields that
 * are null or false say nothing and are left out.
 */
export function outline(source: string, options?: ParseOptions): string {
  return parse(source, options).children.map(outlineOf).join(' ');
}

function outlineOf(node: Nodes): string {
  if (node.type === 'text') return JSON.stringify(node.value);
  const fields = Object.entries(node)
    .filter(([name, value]) => !UNSAID.has(name) && value !== null && value !== undefined && value !== false)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const value = 'value' in node ? ` ${JSON.stringify(node.value)}` : '';
  const children = 'children' in node ? `[${node.children.map(outlineOf).join(' ')}]` : '';
  return `${node.type}${fields.length > 0 ? `(${fields.join(' ')})` : ''}${value}${children}`;
}
