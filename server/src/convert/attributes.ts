import { putAttribute } from './putAttribute.js';
import type { Json, TiptapMark, TiptapNode } from './tiptap.js';

/** Attributes of a node or a mark. */
export type Attributes = Readonly<Record<string, Json>>;

/** Either of the two things that carry attributes. */
export type Carrier = Pick<TiptapNode, 'type' | 'attrs'> | TiptapMark;

/**
 * How the source was written, where Markdown has several ways to say the same: `{ bullet: "*" }`, `{ gap: 0 }`.
 * It means nothing to a reader and everything to a diff.
 */
export const MARKUP = 'markup';

/**
 * What a platform's document says beside what TipTap's form of it does: which of two names a node has, and defaults that
 * are written out. See dialects/attributeTable.
 */
export const NATIVE = 'docbridge';

/** Attributes that say how, not what; comparisons leave them out, and so does a plain TipTap platform. */
const STYLE: ReadonlySet<string> = new Set([MARKUP, NATIVE, 'ref', 'refType']);

/** Attributes that only the platform gives meaning to: they stay in its JSON and come back from the base. */
const PLATFORM_ONLY: ReadonlySet<string> = new Set(['id', 'uid', 'data-id', 'blockId']);

/** Marks that only the platform gives meaning to (comment threads of Docmost and Outline). */
const PLATFORM_MARKS: ReadonlySet<string> = new Set(['comment', 'commentMark']);

/** Nodes whose `id` says what they stand for; their `uid` does not. */
const IDENTIFIED: ReadonlySet<string> = new Set([
  'mention',
  'attachment',
  'image',
  'video',
  'audio',
  'embed',
]);

/** What TipTap gives a link that says nothing else. */
export const DEFAULT_LINK: Attributes = { target: '_blank', rel: 'noopener noreferrer nofollow' };

/** Values that an absent attribute stands for: TipTap 3.31.3's schemas; every other default is null. */
const DEFAULTS: ReadonlyMap<string, ReadonlyMap<string, Json>> = new Map(
  Object.entries<Attributes>({
    heading: { level: 1 },
    orderedList: { start: 1, tight: true },
    taskItem: { checked: false },
    tableCell: { colspan: 1, rowspan: 1 },
    tableHeader: { colspan: 1, rowspan: 1 },
    mention: { mentionSuggestionChar: '@' },
    youtube: { start: 0, width: 640, height: 480 },
    link: DEFAULT_LINK,
    details: { open: false },
    bulletList: { tight: true },
    taskList: { tight: true },
  }).map(([type, values]) => [type, new Map(Object.entries(values))]),
);

/** Attributes for which an empty string says the same as null. */
const EMPTY_IS_NULL: ReadonlySet<string> = new Set(['alt', 'language', 'class']);

/** The value that an absent attribute stands for. */
function defaultOf(type: string, name: string): Json {
  return DEFAULTS.get(type)?.get(name) ?? null;
}

/** Whether an attribute says nothing that its absence would not say. */
export function isDefault(type: string, name: string, value: Json): boolean {
  if (value === '' && EMPTY_IS_NULL.has(name)) return true;
  return value === defaultOf(type, name);
}

export function isStyle(name: string): boolean {
  return STYLE.has(name);
}

export function isPlatformOnly(type: string, name: string): boolean {
  return PLATFORM_ONLY.has(name) && (name === 'uid' || !IDENTIFIED.has(type));
}

export function isPlatformMark(mark: TiptapMark): boolean {
  return PLATFORM_MARKS.has(mark.type);
}

/** The value of an attribute, its default when absent. */
export function attribute(carrier: Carrier, name: string): Json {
  const { attrs } = carrier;
  if (attrs === undefined || !Object.hasOwn(attrs, name)) return defaultOf(carrier.type, name);
  return attrs[name] ?? null;
}

/** Whether an attribute is there, and not null. */
export function holds({ attrs }: Carrier, name: string): boolean {
  return attrs !== undefined && Object.hasOwn(attrs, name) && attrs[name] !== null;
}

/** A text attribute; undefined when absent, null or not a text. */
export function textAttribute(carrier: Carrier, name: string): string | undefined {
  const value = attribute(carrier, name);
  return typeof value === 'string' ? value : undefined;
}

/** Attributes that say something, without those listed, style and platform-only ones. */
export function furtherAttributes(carrier: Carrier, known: ReadonlySet<string>): Attributes {
  const further: Record<string, Json> = {};
  for (const [name, value] of Object.entries(carrier.attrs ?? {})) {
    const skipped = known.has(name) || isStyle(name) || isPlatformOnly(carrier.type, name);
    if (!skipped && !isDefault(carrier.type, name, value)) putAttribute(further, name, value);
  }
  return further;
}

/** How a node or mark was written; empty when nobody knows. */
export function markupOf(carrier: Carrier): Attributes {
  const value = carrier.attrs?.[MARKUP];
  return isAttributes(value) ? value : {};
}

/** A node with other attributes; those that are given as null or undefined go. */
export function withAttributes<T extends Carrier>(
  carrier: T,
  attributes: Readonly<Record<string, Json | undefined>>,
): T {
  const { type, attrs: before, ...rest } = carrier;
  if (before === undefined && !saysSomething(attributes)) return carrier;
  const merged: Record<string, Json> = {};
  let count = 0;
  for (const [name, value] of Object.entries({ ...before, ...attributes })) {
    if (value === undefined || (value === null && Object.hasOwn(attributes, name))) continue;
    putAttribute(merged, name, value);
    count += 1;
  }
  // The parts are those of T, only its attributes are new; `attrs` stands right after `type`, where TipTap puts it.
  return (count === 0 ? { type, ...rest } : { type, attrs: merged, ...rest }) as T;
}

/** A node that also knows how it was written. */
export function withMarkup<T extends Carrier>(
  carrier: T,
  markup: Readonly<Record<string, Json | undefined>>,
): T {
  const before = carrier.attrs?.[MARKUP];
  if (before === undefined && !saysSomething(markup)) return carrier;
  const merged: Record<string, Json> = {};
  for (const [name, value] of Object.entries({ ...markupOf(carrier), ...markup })) {
    if (value !== undefined) putAttribute(merged, name, value);
  }
  return withAttributes(carrier, { [MARKUP]: Object.keys(merged).length === 0 ? undefined : merged });
}

function saysSomething(values: Readonly<Record<string, Json | undefined>>): boolean {
  for (const name of Object.keys(values))
    if (values[name] !== undefined && values[name] !== null) return true;
  return false;
}

function isAttributes(value: Json | undefined): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
