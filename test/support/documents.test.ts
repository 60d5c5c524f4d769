import assert from 'node:assert/strict';
import { getSchema } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import fc from 'fast-check';
import type { TiptapNode } from '../../server/src/convert/tiptap.js';
import type { DocumentKind } from './documents.js';
import { documentKinds, tiptapDocument } from './documents.js';
import { nodesOf } from './sampleDocuments.js';

/** Nodes of many documents of a kind, drawn with a fixed seed. */
function drawn(kind: DocumentKind): readonly TiptapNode[] {
  return fc.sample(tiptapDocument(kind), { numRuns: 400, seed: 7 }).flatMap(nodesOf);
}

function namesIn(kind: DocumentKind): { readonly nodes: string; readonly marks: string } {
  const nodes = drawn(kind);
  const marks = nodes.flatMap((node) => node.marks ?? []);
  const sorted = (named: readonly { readonly type: string }[]) =>
    [...new Set(named.map(({ type }) => type))].sort().join(' ');
  return { nodes: sorted(nodes), marks: sorted(marks) };
}

suite('tiptapDocument', () => {
  test('core: StarterKit takes each document as it is', () => {
    const schema = getSchema([StarterKit]);
    fc.assert(
      fc.property(tiptapDocument('core'), (doc) => {
        const node = schema.nodeFromJSON(doc);
        node.check();
        const order = (root: TiptapNode) =>
          nodesOf(root).map(({ type, text, marks }) => [type, text, marks?.map((mark) => mark.type)]);
        assert.deepEqual(order(node.toJSON() as TiptapNode), order(doc));
      }),
    );
  });

  test('each class has the nodes and marks that it promises', () => {
    const coreNodes =
      'blockquote bulletList codeBlock doc hardBreak heading horizontalRule listItem orderedList paragraph text';
    assert.deepEqual(namesIn('core'), { nodes: coreNodes, marks: 'bold code italic link strike' });
    const fullNodes =
      'blockquote bulletList codeBlock doc hardBreak heading horizontalRule image listItem orderedList paragraph table ' +
      'tableCell tableHeader tableRow taskItem taskList text';
    const fullMarks = 'bold code highlight italic link strike subscript superscript underline';
    for (const kind of ['full', 'hostile', 'empties'] as const) {
      assert.deepEqual(namesIn(kind), { nodes: fullNodes, marks: fullMarks });
    }
    const everything = namesIn('everything');
    assert.equal(
      everything.marks,
      'bold code highlight italic link strike subscript superscript textStyle underline',
    );
    for (const name of ['details', 'inlineMath', 'blockMath', 'mention', 'youtube']) {
      assert.ok(everything.nodes.split(' ').includes(name), name);
    }
  });

  test('only the later classes are hostile or hold empty paragraphs', () => {
    const share = (
      kind: DocumentKind,
      test: (node: TiptapNode) => boolean,
      of: (node: TiptapNode) => boolean,
    ) => {
      const nodes = drawn(kind).filter(of);
      return nodes.filter(test).length / nodes.length;
    };
    const isText = (node: TiptapNode) => node.type === 'text';
    const isParagraph = (node: TiptapNode) => node.type === 'paragraph';
    const syntax = (kind: DocumentKind) => share(kind, (node) => /[*_`[<|\\]/.test(node.text ?? ''), isText);
    const empty = (kind: DocumentKind) => share(kind, (node) => node.content === undefined, isParagraph);
    assert.ok(syntax('full') < 0.02 && syntax('hostile') > 0.2, `${syntax('full')} ${syntax('hostile')}`);
    assert.equal(empty('hostile'), 0);
    assert.ok(empty('empties') > 0.05 && empty('everything') > 0.05, `${empty('empties')}`);
  });

  for (const kind of documentKinds) {
    test(`${kind}: texts are joined, never empty; code has no other mark; items begin with a paragraph`, () => {
      fc.assert(
        fc.property(tiptapDocument(kind), (doc) => {
          for (const node of nodesOf(doc)) {
            if (node.type === 'text') assert.ok(node.text);
            if (node.marks?.some((mark) => mark.type === 'code')) assert.equal(node.marks.length, 1);
            if (/Item$/.test(node.type)) assert.equal(node.content?.[0]?.type, 'paragraph');
            node.content?.forEach((child, index, siblings) => {
              const next = siblings[index + 1];
              if (child.type === 'text' && next?.type === 'text')
                assert.notDeepEqual(child.marks, next.marks);
            });
          }
        }),
      );
    });
  }

  test('images are inline when asked for', () => {
    const nodes = fc
      .sample(tiptapDocument('full', { images: 'inline' }), { numRuns: 300, seed: 7 })
      .flatMap(nodesOf);
    const holders = new Set(
      nodes.filter((node) => node.content?.some((child) => child.type === 'image')).map((node) => node.type),
    );
    assert.deepEqual([...holders].sort(), ['heading', 'paragraph']);
  });
});
