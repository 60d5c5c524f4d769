import assert from 'node:assert/strict';
import { mapReferences } from '../../server/src/convert/links.js';
import { markdownToTiptap } from '../../server/src/convert/markdownToTiptap.js';
import { tiptapToMarkdown } from '../../server/src/convert/tiptapToMarkdown.js';

suite('mapReferences', () => {
  const { doc } = markdownToTiptap('A [link](a.md) in text.\n\n- [![image](b.png)](c.md)\n\nPlain.\n').value;

  test('visits links and images', () => {
    const seen: string[] = [];
    mapReferences(doc, (reference, kind) => {
      seen.push(`${kind} ${reference}`);
      return reference;
    });
    assert.deepEqual(seen, ['link a.md', 'link c.md', 'image b.png']);
  });

  test('returns the document itself when nothing changes', () => {
    assert.equal(
      mapReferences(doc, (reference) => reference),
      doc,
    );
  });

  test('rewrites what changes and shares the rest', () => {
    const mapped = mapReferences(doc, (reference) => (reference === 'c.md' ? '/d/1' : reference));
    assert.equal(mapped.content?.[0], doc.content?.[0]);
    assert.equal(mapped.content?.[2], doc.content?.[2]);
    assert.equal(
      tiptapToMarkdown({ doc: mapped }).value,
      'A [link](a.md) in text.\n\n- [![image](b.png)](/d/1)\n\nPlain.\n',
    );
  });

  test('a reference link follows its definition again once it is mapped back', () => {
    const markdown = 'See [a][x].\n\n[x]: a.md\n';
    const { doc: read } = markdownToTiptap(markdown).value;
    const there = mapReferences(read, () => '/d/1');
    assert.equal(tiptapToMarkdown({ doc: there }).value, 'See [a](/d/1).\n\n[x]: a.md\n');
    assert.equal(tiptapToMarkdown({ doc: mapReferences(there, () => 'a.md') }).value, markdown);
  });
});
