import { NATIVE, type Attributes } from '../attributes.js';
import type { Json } from '../tiptap.js';
import type { NamePairs } from './namePairs.js';
import { namePairs } from './namePairs.js';

/** What of a platform's node TipTap's form does not say; kept in the attribute `docbridge`, which says nothing itself. */
export interface Native {
  /** The platform's name, where it has several for one of TipTap's. */
  readonly name?: string;
  /** Attributes that are written out though they say nothing, by the platform's names. */
  readonly attrs?: Attributes;
  /** What the form of the node cannot say. */
  readonly form?: Json;
}

/** Attributes in TipTap's names, and those that were left out. */
export interface OurAttributes {
  readonly attrs: Attributes;
  readonly silent: Attributes;
}

/** Renames the attributes of one kind of node or mark; both directions undo each other. */
export interface AttributeTable {
  readonly toOurs: (attrs: Attributes) => OurAttributes;
  /** `native` is what `toOurs` left out; of it only what may be left out is taken. */
  readonly toTheirs: (attrs: Attributes, native: Native) => Attributes;
}

/** A table from names and from values that say nothing; see Naming. */
export function attributeTable(
  names: Readonly<Record<string, string>>,
  defaults: Attributes,
  prefix: string,
  reserved: readonly string[],
): AttributeTable {
  const pairs: NamePairs = namePairs(Object.entries(names), prefix, [NATIVE, ...reserved]);
  const isSilent = ([name, value]: readonly [string, Json]): boolean =>
    Object.hasOwn(defaults, name) && defaults[name] === value;
  return {
    toOurs: (attrs) => {
      const entries = Object.entries(attrs);
      const said = entries.filter((entry) => !isSilent(entry));
      return {
        attrs: Object.fromEntries(said.map(([name, value]) => [pairs.toOurs(name), value])),
        silent: Object.fromEntries(entries.filter(isSilent)),
      };
    },
    toTheirs: (attrs, native) => {
      const silent = Object.entries(native.attrs ?? {}).filter(isSilent);
      const said = Object.entries(attrs).filter(([name]) => name !== NATIVE);
      return Object.fromEntries([
        ...silent,
        ...said.map(([name, value]): [string, Json] => [pairs.toTheirs(name), value]),
      ]);
    },
  };
}

/** What `docbridge` of a node or mark says; nothing when it is of any other making. */
export function nativeOf(attrs: Attributes | undefined): Native {
  const value = attrs?.[NATIVE];
  if (!isRecord(value)) return {};
  const { name, attrs: silent, form } = value;
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(isRecord(silent) ? { attrs: silent } : {}),
    ...(form === undefined ? {} : { form }),
  };
}

/** Whether a value is a JSON object. */
export function isRecord(value: Json | undefined): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
