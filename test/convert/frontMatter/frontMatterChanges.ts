import fc from 'fast-check';
import type {
  FrontMatterChange,
  FrontMatterChanges,
} from '../../../server/src/convert/frontMatter/writeFrontMatter.js';
import type { Json } from '../../../server/src/convert/tiptap.js';

type JsonRecord = Readonly<Record<string, Json>>;

/** How to make a change of whatever data there is. */
interface Step {
  readonly pick: number;
  readonly depth: number;
  readonly isRemoval: boolean;
  readonly isNew: boolean;
  readonly list: 'remove' | 'insert' | 'replace' | 'reverse' | 'inside' | 'none';
  readonly value: Json;
}

const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(
    'new',
    'a: b',
    'x\ny',
    'x\n\ny\n',
    '',
    7,
    true,
    null,
    [],
    ['a', null],
    {},
    { n: 1, 'm\n': {} },
    [{ a: [1] }],
    'it\'s "q"',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const step: fc.Arbitrary<Step> = fc.record({
  pick: fc.nat(1000),
  depth: fc.nat(3),
  isRemoval: fc.boolean(),
  isNew: fc.nat(4).map((n) => n === 0),
  list: fc.constantFrom('remove', 'insert', 'replace', 'reverse', 'inside', 'none'),
  value,
});

/** Makes changes of data: keys, nested keys and entries of lists that are set, made or taken out. */
export const changesOf: fc.Arbitrary<(data: JsonRecord) => FrontMatterChanges> = fc
  .array(step, { minLength: 1, maxLength: 3 })
  .map((steps) => (data) => {
    const parts = steps.map((each) => changeOf(data, each));
    return parts.reduce((all, part) => ({ ...all, ...part }), {});
  });

/** What data is once changes are made: undefined removes, records are merged. */
export function afterChanges(data: JsonRecord, changes: FrontMatterChanges): JsonRecord {
  const after: Record<string, Json> = { ...data };
  for (const [key, change] of Object.entries(changes)) {
    const there = after[key];
    if (change === undefined) Reflect.deleteProperty(after, key);
    else after[key] = isChanges(change) ? afterChanges(isRecord(there) ? there : {}, change) : change;
  }
  return after;
}

function changeOf(data: JsonRecord, each: Step): FrontMatterChanges {
  const { pick, depth, isRemoval, isNew, list, value: fresh } = each;
  const names = Object.keys(data);
  const key = isNew || names.length === 0 ? `new ${pick % 3}` : (names[pick % names.length] ?? '');
  const there = data[key];
  if (isRecord(there) && depth > 0)
    return { [key]: changeOf(there, { ...each, pick: pick >> 1, depth: depth - 1 }) };
  if (isRemoval) return { [key]: undefined };
  if (!isList(there)) return { [key]: fresh };
  const at = pick % (there.length + 1);
  switch (list) {
    case 'remove':
      return { [key]: there.toSpliced(at, 1) };
    case 'insert':
      return { [key]: there.toSpliced(at, 0, fresh) };
    case 'replace':
      return { [key]: there.toSpliced(at, 1, fresh) };
    case 'reverse':
      return { [key]: there.toReversed() };
    case 'inside':
      return {
        [key]: there.map((entry) => (isRecord(entry) ? afterChanges(entry, changeOf(entry, each)) : entry)),
      };
    case 'none':
      return { [key]: fresh };
  }
}

function isRecord(json: unknown): json is JsonRecord {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function isChanges(change: FrontMatterChange): change is FrontMatterChanges {
  return isRecord(change);
}

function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}
