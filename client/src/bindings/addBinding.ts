import { applyEdits, findNodeAtLocation, modify, parse, parseTree } from 'jsonc-parser';
import type { SyncDirection } from '../../../server/src/protocol.js';

/** What Connect writes of a binding; every other key has its default. */
export interface NewBinding {
  readonly name: string;
  readonly platform: { readonly kind: string; readonly url: string; readonly subject: string };
  readonly repository: { readonly url: string; readonly branch: string; readonly directory: string };
  readonly direction: SyncDirection;
}

/** Adds a binding to the text of a docbridge.json (`undefined`: there is none yet); the rest keeps its bytes. */
export function addBinding(text: string | undefined, binding: NewBinding): string {
  if (text === undefined || text.trim() === '')
    return `${JSON.stringify({ bindings: [binding] }, undefined, 2)}\n`;
  const root = parseTree(text);
  const last = root && findNodeAtLocation(root, ['bindings'])?.children?.at(-1);
  if (last === undefined) {
    const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
    return applyEdits(text, modify(text, ['bindings'], [binding], { formattingOptions }));
  }
  const end = last.offset + last.length;
  return `${text.slice(0, end)},${onNewLine(text, last.offset, binding)}${text.slice(end)}`;
}

/** The binding as JSON below the one at `offset`, indented like it. */
function onNewLine(text: string, offset: number, binding: NewBinding): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const unit = indent.startsWith('\t') ? '\t' : 2;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return eol + indent + JSON.stringify(binding, undefined, unit).replaceAll('\n', eol + indent);
}

/** Names that a docbridge.json already uses. */
export function bindingNames(text: string | undefined): readonly string[] {
  const configuration: unknown = parse(text ?? '');
  const bindings: unknown = isRecord(configuration) ? configuration.bindings : undefined;
  if (!Array.isArray(bindings)) return [];
  return bindings.flatMap((each: unknown) =>
    isRecord(each) && typeof each.name === 'string' ? [each.name] : [],
  );
}

/** A short name for a binding that is not in use: lower case, digits and hyphens. */
export function freeName(subject: string, used: readonly string[]): string {
  const slug = subject
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  const name = slug === '' ? 'binding' : slug;
  for (let i = 1; ; i++) {
    const candidate = i === 1 ? name : `${name}-${i}`;
    if (!used.includes(candidate)) return candidate;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
