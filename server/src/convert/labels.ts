import { normalizeLabel } from './parse/inline/label.js';
import type { TiptapNode } from './tiptap.js';

/** A link reference definition. */
export interface Definition {
  readonly url: string;
  readonly title: string | undefined;
}

/** Blocks without blocks in them. */
const HOLDS_TEXT: ReadonlySet<string> = new Set(['paragraph', 'heading', 'codeBlock']);

/** The definitions that a document carries in raw blocks; the first of a label wins. Footnotes have a `^` in front. */
export function definitionsOf(nodes: readonly TiptapNode[]): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  const visit = (node: TiptapNode): void => {
    const data = node.type === 'rawBlock' ? node.attrs?.['data'] : undefined;
    if (isData(data)) {
      const label = data['label'];
      const title = data['title'];
      const key = typeof label === 'string' ? normalizeLabel(label) : '';
      if (key !== '' && !found.has(key)) {
        found.set(key, {
          url: String(data['url'] ?? ''),
          title: typeof title === 'string' ? title : undefined,
        });
      }
    }
    if (node.content !== undefined && !HOLDS_TEXT.has(node.type)) node.content.forEach(visit);
  };
  nodes.forEach(visit);
  return found;
}

/** The label of a reference as it is written: labels match by their source, escapes included. */
export function writtenLabel(source: string): string | undefined {
  const last = /\[((?:\\[^]|[^[\]\\])*)\]$/.exec(source)?.[1];
  return last === '' ? /^!?\[((?:\\[^]|[^[\]\\])*)\]\[\]$/.exec(source)?.[1] : last;
}

/** The label of a definition as it is written. */
export function definedLabel(source: string): string | undefined {
  return /^\[((?:\\[^]|[^[\]\\])*)\]:/.exec(source)?.[1];
}

/** The definition that a link or an image refers to, when it still says the same as the link itself. */
export function referredDefinition(
  reference: { readonly label: string | undefined; readonly url: string; readonly title: string | undefined },
  definitions: ReadonlyMap<string, Definition>,
): Definition | undefined {
  if (reference.label === undefined) return undefined;
  const definition = definitions.get(normalizeLabel(reference.label));
  const same = definition?.url === reference.url && (definition.title ?? '') === (reference.title ?? '');
  return same ? definition : undefined;
}

function isData(value: unknown): value is Readonly<Record<string, string | number | null>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
