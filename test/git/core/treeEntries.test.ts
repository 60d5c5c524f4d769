import assert from 'node:assert/strict';
import fc from 'fast-check';

import { fromHex, hex, parseTree, serializeTree } from '../../../server/src/git/core/treeEntries.js';

const oid = fc.uint8Array({ minLength: 20, maxLength: 20 }).map(hex);
const nameBytes = fc.uint8Array({ minLength: 1, maxLength: 12 }).filter((bytes) => !bytes.includes(0));
const entry = fc.record({
  mode: fc.constantFrom('100644', '100755', '120000', '160000', '40000', '040000', '100664', '0'),
  nameBytes,
  oid,
});

suite('treeEntries', () => {
  test('hex and back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => assert.deepEqual(fromHex(hex(bytes)), new Uint8Array(bytes))),
    );
  });

  test('a tree in its order comes back byte for byte, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const bytes = serializeTree(entries.map((one) => ({ ...one, name: undefined })));
        const parsed = parseTree(bytes);
        assert.deepEqual(serializeTree(parsed), bytes);
        const key = (one: { mode: string; nameBytes: Uint8Array; oid: string }): string =>
          `${one.mode} ${hex(one.nameBytes)} ${one.oid}`;
        assert.deepEqual(parsed.map(key).sort(), entries.map(key).sort());
      }),
    );
  });

  test("directories sort as if their name ended with a slash, as Git's own trees do", () => {
    const make = (mode: string, name: string): Parameters<typeof serializeTree>[0][number] => ({
      mode,
      nameBytes: new TextEncoder().encode(name),
      name,
      oid: '0'.repeat(40),
    });
    const sorted = parseTree(
      serializeTree([
        make('100644', 'a0'),
        make('40000', 'a'),
        make('100644', 'a.md'),
        make('100644', 'B'),
        make('100644', 'a-b'),
      ]),
    );
    assert.deepEqual(
      sorted.map(({ name }) => name),
      ['B', 'a-b', 'a.md', 'a', 'a0'],
    );
  });

  test('bytes that are not a tree are refused', () => {
    for (const text of ['100644 a', '100644 a\0short', 'x', '100644a\0aaaaaaaaaaaaaaaaaaaa']) {
      assert.throws(() => parseTree(new TextEncoder().encode(text)), RangeError, text);
    }
  });

  test('names that cannot stand in a path have none', () => {
    const tree = (name: Uint8Array): string | undefined =>
      parseTree(serializeTree([{ mode: '100644', nameBytes: name, name: undefined, oid: '0'.repeat(40) }]))[0]
        ?.name;
    assert.equal(tree(new TextEncoder().encode('\uFEFFa')), '\uFEFFa');
    for (const name of ['.', '..', 'a/b']) assert.equal(tree(new TextEncoder().encode(name)), undefined);
    assert.equal(tree(Uint8Array.of(0x61, 0xff)), undefined);
  });
});
