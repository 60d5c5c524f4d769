import assert from 'node:assert/strict';
import type { Capabilities } from '../../../server/src/platforms/Platform.js';
import { documentForm, readFile, renderFile } from '../../../server/src/sync/core/itemFile.js';

const EXTENDED: Capabilities = {
  read: 'json',
  write: 'json',
  conditionalWrite: 'revision',
  updateInPlace: true,
  folders: 'none',
  order: 'none',
  trash: true,
  attachments: false,
  changes: 'poll',
  lock: false,
  versions: false,
  roles: false,
  extendedSchema: true,
};
const TEXT = '{% hint style="info" %}\na\n{% endhint %}\n';

suite('The form of a binding’s documents', () => {
  for (const [profile, format, flavour] of [
    ['docbridge', 'markdown', 'md'],
    ['hugo', 'markdown', 'md'],
    ['gitbook', 'markdown', 'gitbook'],
    ['docbridge', 'gitbook', 'gitbook'],
  ] as const) {
    test(`with the profile ${profile} and the format ${format} is that of ${flavour}`, () => {
      assert.equal(documentForm('tiptap', undefined, { profile, format }).flavour, flavour);
    });
  }

  test('keeps GitBook’s tags in both directions', () => {
    const form = documentForm('tiptap', EXTENDED, { profile: 'gitbook', format: 'markdown' });
    const { content } = readFile('document', TEXT, form);
    assert.ok(content.form === 'json');
    assert.deepEqual(
      content.doc.content?.map(({ type }) => type),
      ['rawBlock', 'paragraph', 'rawBlock'],
    );
    const { text } = renderFile({ id: 'a', title: 'A' }, content, form);
    assert.ok(text.endsWith(TEXT), text);
  });
});
