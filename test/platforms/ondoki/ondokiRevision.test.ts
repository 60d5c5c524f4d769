import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NodeHash } from '../../../server/src/node/NodeHash.js';
import type { DocumentRecord } from '../../../server/src/platforms/ondoki/ondokiRecords.js';
import {
  documentRevision,
  folderRevision,
  sameButPosition,
  versionOf,
} from '../../../server/src/platforms/ondoki/ondokiRevision.js';

const hash = new NodeHash();
const documents: fc.Arbitrary<DocumentRecord> = fc.record({
  id: fc.constant('docdocdocdocdoc1'),
  name: fc.string(),
  content: fc.constant({ type: 'doc', content: [] }),
  projectId: fc.constant('projectproject01'),
  folderId: fc.option(fc.constantFrom('a', 'b')),
  position: fc.nat(3),
  private: fc.boolean(),
  version: fc.integer({ min: 1, max: 3 }),
  updatedAt: fc.constantFrom('2026-01-02T03:04:05', '2026-01-02T03:04:06'),
});
const place = ({ name, folderId, private: hidden, version }: DocumentRecord): string =>
  JSON.stringify([name, folderId, hidden, version]);

suite('ondokiRevision', () => {
  test('covers content, title, parent, privacy and position, and not the time', () => {
    fc.assert(
      fc.property(documents, documents, (left, right) => {
        const same = place(left) === place(right);
        const [first, second] = [documentRevision(left, hash), documentRevision(right, hash)];
        assert.equal(first === second, same && left.position === right.position);
        assert.equal(sameButPosition(first, second), same);
        assert.equal(versionOf(first), left.version);
      }),
    );
  });

  test('of a folder covers its icon too', () => {
    const folder = { name: 'Guides', parentId: null, private: false, icon: null, position: 0 };
    assert.notEqual(folderRevision(folder, hash), folderRevision({ ...folder, icon: '📘' }, hash));
  });
});
