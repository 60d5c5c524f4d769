import assert from 'node:assert/strict';
import { declaredOnly, editorText, schemaProblem } from '../../../scripts/conformance/schemaView.js';
import type { TiptapDocument, TiptapNode } from '../../../server/src/convert/tiptap.js';
import { extendedSchema, officialSchema } from '../../convert/support/schema.js';

function doc(...content: readonly TiptapNode[]): TiptapDocument {
  return { type: 'doc', content };
}

suite('what a schema sees of a document', () => {
  test('is nothing that it does not declare; keys and marks keep their order', () => {
    const given = doc({
      type: 'heading',
      attrs: { markup: { form: 'setext' }, level: 2 },
      content: [
        { type: 'text', marks: [{ type: 'italic', attrs: { markup: '_' } }, { type: 'bold' }], text: 'a' },
      ],
    });
    assert.equal(
      JSON.stringify(declaredOnly(extendedSchema, given)),
      '{"type":"doc","content":[{"type":"heading","attrs":{"level":2},' +
        '"content":[{"type":"text","marks":[{"type":"italic"},{"type":"bold"}],"text":"a"}]}]}',
    );
  });

  test('is the same with and without defaults, and with texts in pieces', () => {
    const text = (value: string): TiptapNode => ({ type: 'text', text: value });
    const plain = doc({ type: 'paragraph', content: [text('ab')] });
    const spelled = doc({ type: 'paragraph', attrs: { textAlign: null }, content: [text('a'), text('b')] });
    assert.equal(editorText(officialSchema, plain), editorText(officialSchema, spelled));
    assert.notEqual(
      editorText(officialSchema, plain),
      editorText(
        officialSchema,
        doc({ type: 'paragraph', attrs: { textAlign: 'right' }, content: [text('ab')] }),
      ),
    );
  });

  test('has a problem with what does not fit', () => {
    const raw = doc({ type: 'rawBlock', attrs: { kind: 'html', source: '<a>' } });
    assert.equal(schemaProblem(extendedSchema, raw), undefined);
    assert.match(schemaProblem(officialSchema, raw) ?? '', /rawBlock/);
    assert.match(schemaProblem(extendedSchema, doc()) ?? '', /Invalid content/);
    const codeAndBold = doc({
      type: 'paragraph',
      content: [{ type: 'text', text: 'a', marks: [{ type: 'bold' }, { type: 'code' }] }],
    });
    assert.equal(schemaProblem(extendedSchema, codeAndBold), undefined);
    assert.match(schemaProblem(officialSchema, codeAndBold) ?? '', /marks/);
  });
});
