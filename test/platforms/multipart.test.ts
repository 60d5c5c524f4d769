import assert from 'node:assert/strict';
import fc from 'fast-check';
import { multipartFile } from '../../server/src/platforms/multipart.js';

suite('multipartFile', () => {
  test('is one part of two header lines and the bytes, whatever the name and the type', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.uint8Array(), (name, mime, bytes) => {
        const { body, contentType } = multipartFile('file', { name, mime, bytes }, 'b-1');
        assert.equal(contentType, 'multipart/form-data; boundary=b-1');
        const text = Buffer.from(body);
        const end = text.indexOf('\r\n\r\n');
        const lines = text.subarray(0, end).toString('utf8').split('\r\n');
        assert.equal(lines.length, 3);
        assert.equal(lines[0], '--b-1');
        assert.match(lines[1]!, /^Content-Disposition: form-data; name="file"; filename="[^"\r\n]*"$/);
        assert.match(lines[2]!, /^Content-Type: [\x21-\x7e]*$/);
        const rest = text.subarray(end + 4);
        assert.deepEqual(rest.subarray(0, bytes.length), Buffer.from(bytes));
        assert.equal(rest.subarray(bytes.length).toString(), '\r\n--b-1--\r\n');
      }),
    );
  });
});
