import assert from 'node:assert/strict';
import {
  editDocument,
  editedWord,
  editMarkdown,
  wordOffset,
} from '../../../../../scripts/bench/convert/measure/edit.js';
import { generateDocuments } from '../../../../../scripts/bench/documents/generateDocuments.js';
import { markdownToTiptap } from '../../../../../server/src/convert/markdownToTiptap.js';

const markdown = generateDocuments(30_000).join('\n');
const { doc } = markdownToTiptap(markdown).value;

suite('bench: edit', () => {
  test('puts one word into one block of a document, another one each time', () => {
    const places = Array.from({ length: 6 }, (_, index) => {
      const edited = editDocument(doc, index).content ?? [];
      const changed = edited.flatMap((node, at) =>
        JSON.stringify(node) === JSON.stringify(doc.content?.[at]) ? [] : [at],
      );
      assert.equal(edited.length, doc.content?.length);
      assert.equal(changed.length, 1);
      assert.ok(JSON.stringify(edited).includes(`${editedWord(index)} `));
      return changed[0];
    });
    assert.ok(new Set(places).size > 3);
  });

  test('leaves the document that it edits alone, and shares no node with it', () => {
    const before = JSON.stringify(doc);
    const edited = editDocument(doc, 0);
    assert.equal(JSON.stringify(doc), before);
    assert.ok(edited.content?.every((node, at) => node !== doc.content?.[at]));
  });

  test('puts one word into one block of a text', () => {
    for (let index = 0; index < 6; index += 1) {
      const edited = editMarkdown(markdown, index);
      assert.equal(edited.replace(` ${editedWord(index)}`, ''), markdown);
      const after = markdownToTiptap(edited).value.doc.content ?? [];
      const changed = after.filter((node, at) => JSON.stringify(node) !== JSON.stringify(doc.content?.[at]));
      assert.deepEqual(
        changed.map(({ type }) => type),
        ['paragraph'],
      );
    }
  });

  test('finds the inside of a word to type in', () => {
    for (let index = 0; index < 6; index += 1) {
      const offset = wordOffset(markdown, index);
      assert.match(markdown.slice(offset - 1, offset + 1), /^[A-Z][A-Za-z ]$/);
    }
  });

  test('says so where there is no plain paragraph', () => {
    assert.throws(() => editMarkdown('# a\n', 0), /no plain paragraph/);
    assert.throws(() => editDocument({ type: 'doc' }, 0), /no plain paragraph/);
    assert.throws(() => wordOffset('', 0), /no plain paragraph/);
  });
});
