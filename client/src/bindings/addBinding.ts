import { applyEdits, modify, parse, type FormattingOptions } from 'jsonc-parser';
import type { SyncDirection } from '../../../server/src/protocol.js';

/** What Connect writes of a binding; every other key has its default. */
export interface NewBinding {
  readonly name: string;
  readonly platform: { readonly kind: string; readonly url: string; readonly subject: string };
  readonly repository: { readonly url: string; readonly branch: string; readonly directory: string };
  readonly direction: SyncDirection;
}

const formatting: FormattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };

/** Adds a binding to the text of a docbridge.json (`undefined`: there is none yet); the rest keeps its bytes. */
export function addBinding(text: string | undefined, binding: NewBinding): string {
  if (text === undefined || text.trim() === '')
    return `${JSON.stringify({ bindings: [binding] }, undefined, 2)}\n`;
  const edits = modify(text, ['bindings', -1], binding, {
    formattingOptions: formatting,
    isArrayInsertion: true,
  });
  return applyEdits(text, edits);
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
