import fc from 'fast-check';
import type { DialectNames } from '../../../server/src/convert/dialects/names.js';
import type { Json, TiptapDocument, TiptapMark, TiptapNode } from '../../../server/src/convert/tiptap.js';

/** A text with marks of these types. */
export function text(value: string, ...marks: readonly string[]): TiptapNode {
  return {
    type: 'text',
    ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
    text: value,
  };
}

/** Names that mean something on either side, bare and with the prefixes that keep clashing names apart. */
function hostileNames(names: DialectNames): fc.Arbitrary<string> {
  const known = [...names.nodes, ...names.marks].flatMap(({ theirs: a, ours: b }) => [a, b]);
  const name = fc.constantFrom(...known, 'doc', 'text', 'x', '__proto__', 'constructor', '');
  const prefix = fc.constantFrom('', '', 'tiptap-', names.prefix);
  return fc.tuple(prefix, prefix, name).map((parts) => parts.join(''));
}

function hostileAttributes(names: DialectNames): fc.Arbitrary<Readonly<Record<string, Json>>> {
  const namings = [...names.nodes, ...names.marks];
  const known = namings.flatMap(({ attributes = {}, defaults = {} }) => [
    ...Object.entries(attributes).flat(),
    ...Object.keys(defaults),
  ]);
  const defaults = namings.flatMap(({ defaults: values = {} }) => Object.values(values));
  const native = [
    { name: 'code_block' },
    { attrs: { wrap: false, language: 'none' }, form: 'bodiless' },
    { attrs: {} },
    [],
  ];
  const key = fc
    .tuple(
      fc.constantFrom('', '', 'tiptap-', names.prefix),
      fc.constantFrom(...known, 'docbridge', 'markup', 'latex', 'level', 'dir', '__proto__'),
    )
    .map((parts) => parts.join(''));
  const value = fc.oneof(
    fc.constantFrom<Json>(...defaults, 'auto', 2, null, ...native),
    fc.jsonValue({ maxDepth: 2 }).map((json) => JSON.parse(JSON.stringify(json)) as Json),
  );
  return fc.array(fc.tuple(key, value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries));
}

/** Any JSON in the shape of a document, with names and attributes that are hard to keep apart. */
export function hostileDocuments(names: DialectNames): fc.Arbitrary<TiptapDocument> {
  const attrs = fc.option(hostileAttributes(names), { nil: undefined });
  const mark = fc
    .tuple(hostileNames(names), attrs)
    .map(([type, given]): TiptapMark => (given === undefined ? { type } : { type, attrs: given }));
  const { node } = fc.letrec<{ node: TiptapNode }>((tie) => ({
    node: fc
      .record(
        {
          type: fc.oneof(
            { weight: 2, arbitrary: hostileNames(names) },
            { weight: 1, arbitrary: fc.constantFrom('container_toggle', 'math_inline', 'code_block') },
          ),
          attrs: hostileAttributes(names),
          content: fc.oneof(
            { depthSize: 'small' },
            fc.constantFrom<readonly TiptapNode[]>(
              [],
              [text('x')],
              [text('')],
              [text('x', 'strong')],
              [text('x'), text('y')],
              [{ type: 'paragraph' }],
              [{ type: 'paragraph', attrs: {} }, { type: 'paragraph' }],
              [
                { type: 'heading', attrs: { level: 2 } },
                { type: 'paragraph', content: [] },
              ],
              [{ type: 'heading', attrs: { level: 2, collapsed: false } }],
              [{ type: 'detailsSummary' }, { type: 'detailsContent', content: [] }],
              [{ type: 'detailsSummary' }, { type: 'detailsContent' }],
            ),
            fc.array(tie('node'), { maxLength: 3 }),
          ),
          marks: fc.array(mark, { maxLength: 2 }),
          text: fc.constantFrom('', 'x'),
          other: fc.constant(1),
        },
        { requiredKeys: ['type'], noNullPrototype: true },
      )
      // `fc.record` leaves keys out; absent and undefined are not the same here.
      .map((record) => record as TiptapNode),
  }));
  return fc.array(node, { maxLength: 3 }).map((content): TiptapDocument => ({ type: 'doc', content }));
}
