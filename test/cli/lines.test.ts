import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { allOf, linesOf } from '../../server/src/cli/lines.js';

/** The bytes in chunks that end at the given places. */
function chunked(bytes: Buffer, cuts: readonly number[]): Readable {
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort(
    (a, b) => a - b,
  );
  const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
  return Readable.from(chunks, { objectMode: true });
}

suite('linesOf', () => {
  test('gives the lines, however the stream is cut', async () => {
    const line = fc
      .string({ unit: 'binary', maxLength: 8 })
      .map((text) => text.toWellFormed().replaceAll('\n', '\u2028'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1 }),
        fc.array(fc.nat()),
        fc.boolean(),
        async (lines, cuts, ends) => {
          const text = lines.join('\n') + (ends ? '\n' : '');
          const read: string[] = [];
          for await (const some of linesOf(chunked(Buffer.from(text), cuts))) {
            read.push(...some.map((bytes) => Buffer.from(bytes).toString()));
          }
          const expected = text.split('\n');
          if (expected.at(-1) === '') expected.pop();
          assert.deepEqual(read, expected);
        },
      ),
    );
  });

  test('gives a line as soon as it is whole', async () => {
    const input = new Readable({ read: () => undefined });
    const lines = linesOf(input);
    input.push('{"id":1}\n{"id"');
    const first = await lines.next();
    assert.ok(first.done !== true);
    assert.deepEqual(first.value.map(String), ['{"id":1}']);
    input.push(':2}');
    input.push(null);
    const second = await lines.next();
    assert.ok(second.done !== true);
    assert.deepEqual(second.value.map(String), ['{"id":2}']);
    assert.equal((await lines.next()).done, true);
  });

  test('keeps no more than a part of a line that is too long', async () => {
    const input = Readable.from([
      Buffer.from('ab\n'),
      ...Array.from({ length: 1000 }, () => Buffer.alloc(100, 'x')),
      Buffer.from('\ncd\n'),
    ]);
    const read: string[] = [];
    for await (const some of linesOf(input, 150)) read.push(...some.map(String));
    assert.deepEqual([read.length, read[0], read[2]], [3, 'ab', 'cd']);
    assert.ok((read[1] ?? '').length > 150 && (read[1] ?? '').length < 1000);
  });

  test('allOf gives everything', async () => {
    assert.equal((await allOf(chunked(Buffer.from('a\nb'), [1]))).toString(), 'a\nb');
  });
});
