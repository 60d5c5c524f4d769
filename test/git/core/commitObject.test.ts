import assert from 'node:assert/strict';
import fc from 'fast-check';

import { parseCommit, serializeCommit } from '../../../server/src/git/core/commitObject.js';

const oid = 'a'.repeat(40);
const person = { name: 'Ada', email: 'ada@example.com', timestamp: 1_700_000_000 };

suite('commitObject', () => {
  test('writes the format of Git', () => {
    const fields = {
      tree: oid,
      parents: [oid],
      author: person,
      committer: person,
      message: 'Say it\n\nBody  \n\n',
    };
    const text = new TextDecoder().decode(serializeCommit(fields));
    const line = 'Ada <ada@example.com> 1700000000 +0000';
    assert.equal(text, `tree ${oid}\nparent ${oid}\nauthor ${line}\ncommitter ${line}\n\nSay it\n\nBody\n`);
  });

  test('no name, address or message can break the lines', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(text, text, text, (name, email, message) => {
        const author = { name, email, timestamp: 1 };
        const bytes = serializeCommit({ tree: oid, parents: [], author, committer: person, message });
        const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n');
        assert.match(lines[1] ?? '', /^author [^<>]+ <[^<>]*> 1 \+0000$/);
        assert.equal(lines[2], 'committer Ada <ada@example.com> 1700000000 +0000');
        assert.equal(lines[3], '');
        assert.deepEqual(parseCommit(bytes).parents, []);
      }),
    );
  });

  test('reads commits with signatures and odd lines, and refuses what is none', () => {
    const content = new TextEncoder().encode(
      `tree ${oid}\nparent ${oid}\nparent ${'b'.repeat(40)}\nauthor  <> 5 +0200\ncommitter X <x@y> 6 -0100\ngpgsig -----BEGIN\n parent z\n -----END\n\nmessage`,
    );
    assert.deepEqual(parseCommit(content), {
      tree: oid,
      parents: [oid, 'b'.repeat(40)],
      author: { name: '', email: '', timestamp: 5 },
      committer: { name: 'X', email: 'x@y', timestamp: 6 },
      message: 'message',
    });
    assert.throws(() => parseCommit(new TextEncoder().encode('blob')), RangeError);
  });

  test('an author line of brackets alone takes no time that grows with its square', () => {
    const author = `author ${'<'.repeat(400_000)}`;
    const { author: person } = parseCommit(new TextEncoder().encode(`tree ${oid}\n${author}\n\nm`));
    assert.equal(person.email, '');
  });
});
