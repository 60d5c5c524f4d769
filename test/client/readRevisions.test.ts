import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ReadRevisions, type ReadRecord } from '../../client/src/workspace/ReadRevisions.js';

const record = (revision: string, text: string): ReadRecord => ({
  revision,
  text,
  modified: Number(revision),
  size: text.length,
});
const document = (text: string, isDirty = false) => ({ isDirty, getText: () => text });

suite('read revisions', () => {
  test('a save is held against the text that was opened, not the one that was read last', () => {
    const revisions = new ReadRevisions();
    revisions.add(record('1', 'one'));
    revisions.follow(document('one'));
    revisions.follow(document('one, edited', true));
    revisions.add(record('2', 'two'));
    revisions.follow(document('one, edited more', true));
    assert.equal(revisions.base?.revision, '1');
    assert.equal(revisions.latest?.revision, '2');
  });

  test('a newer text that was read before the first keystroke does not count until the editor shows it', () => {
    const revisions = new ReadRevisions();
    revisions.add(record('1', 'one'));
    revisions.follow(document('one'));
    revisions.add(record('2', 'two'));
    revisions.follow(document('one!', true));
    assert.equal(revisions.base?.revision, '1');
  });

  test('a text that was edited before a restart keeps the revision that was kept for it', () => {
    const revisions = new ReadRevisions();
    revisions.add(record('2', 'two'));
    revisions.follow(document('one, edited', true), { revision: '1', modified: 1, size: 3 });
    assert.equal(revisions.base?.revision, '1');
    revisions.follow(document('one, edited more', true), { revision: '1', modified: 1, size: 3 });
    assert.equal(revisions.base.revision, '1');
    revisions.saved(record('3', 'one, edited more'), true);
    assert.equal(revisions.base.revision, '3');
  });

  test('what was kept for a text that is not edited any more does not count', () => {
    const revisions = new ReadRevisions();
    revisions.add(record('2', 'two'));
    revisions.follow(document('two'), { revision: '1', modified: 1, size: 3 });
    assert.equal(revisions.base?.revision, '2');
  });

  test('after a reload the new text counts', () => {
    const revisions = new ReadRevisions();
    revisions.add(record('1', 'one'));
    revisions.follow(document('one'));
    revisions.add(record('2', 'two'));
    revisions.follow(document('two'));
    assert.equal(revisions.base?.revision, '2');
  });

  test('after a save the saved text counts', () => {
    const revisions = new ReadRevisions();
    revisions.add(record('1', 'one'));
    revisions.follow(document('one'));
    revisions.follow(document('two', true));
    revisions.saved(record('2', 'two'), true);
    assert.equal(revisions.base?.revision, '2');
    revisions.follow(document('two'));
    assert.equal(revisions.base.revision, '2');
  });

  test('a byte order mark and other line ends are the same text', () => {
    const revisions = new ReadRevisions();
    revisions.add(record('1', '\uFEFFone\r\ntwo\n'));
    revisions.add(record('2', 'three\n'));
    revisions.follow(document('one\ntwo\n'));
    assert.equal(revisions.base?.revision, '1');
  });

  test('closed, the latest counts again', () => {
    const revisions = new ReadRevisions();
    revisions.add(record('1', 'one'));
    revisions.follow(document('one'));
    revisions.add(record('2', 'two'));
    revisions.release();
    assert.equal(revisions.base?.revision, '2');
  });

  test('while a text is edited, no read moves its base', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 20 }), fc.string(), (reads, opened) => {
        const revisions = new ReadRevisions();
        revisions.add(record('1', opened));
        revisions.follow(document(opened));
        revisions.follow(document(`${opened}!`, true));
        reads.forEach((text, index) => {
          revisions.add(record(String(index + 2), text));
          revisions.follow(document(`${opened}!!`, true));
        });
        assert.equal(revisions.base?.revision, '1');
      }),
    );
  });
});
