import assert from 'node:assert/strict';
import { generateDocuments } from '../../../../scripts/bench/documents/generateDocuments.js';
import { parse } from '../../../../server/src/convert/parse/parse.js';

suite('bench: generateDocuments', () => {
  test('is the same every time, and another for another seed', () => {
    assert.deepEqual(generateDocuments(30_000), generateDocuments(30_000));
    assert.notDeepEqual(generateDocuments(30_000, 1), generateDocuments(30_000, 2));
  });

  test('is about as large as asked for, in ASCII', () => {
    const text = generateDocuments(100_000).join('');
    assert.ok(text.length >= 100_000 && text.length < 120_000, `${text.length}`);
    assert.match(text, /^[\n -~]*$/);
  });

  test('holds what documentation holds', () => {
    const types = new Set<string>();
    const visit = (node: { readonly type: string; readonly children?: readonly unknown[] }): void => {
      types.add(node.type);
      for (const child of node.children ?? []) visit(child as typeof node);
    };
    for (const document of generateDocuments(100_000)) visit(parse(document));
    const expected = [
      ...[
        'heading',
        'paragraph',
        'list',
        'table',
        'code',
        'blockquote',
        'html',
        'thematicBreak',
        'definition',
      ],
      ...['text', 'inlineCode', 'link', 'linkReference', 'strong', 'emphasis', 'delete', 'image', 'break'],
    ];
    assert.deepEqual(
      expected.filter((type) => !types.has(type)),
      [],
    );
  });
});
