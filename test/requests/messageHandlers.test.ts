import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageHandlers } from '../../server/src/requests/messageHandlers.js';

interface Message {
  readonly name: string;
  readonly comment: string;
  readonly method: string;
}

/** The message namespaces of protocol/, each with the doc comment above it. */
async function messages(): Promise<readonly Message[]> {
  const folder = join(import.meta.dirname, '../../server/src/protocol');
  const files = await Promise.all(
    (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')),
  );
  const source = files.join('\n');
  const pattern =
    /(\/\*\*(?:(?!\*\/)[^])*\*\/\n)?export namespace (\w+) \{\n {2}export const method = '([^']+)';/g;
  return [...source.matchAll(pattern)].map(([, comment = '', name = '', method = '']) => ({
    name,
    comment,
    method,
  }));
}

suite('messageHandlers', () => {
  test('every message of the protocol says who sends it to whom', async () => {
    const all = await messages();
    assert.ok(all.length >= 20);
    for (const { name, comment } of all) {
      assert.match(comment, /(Client -> server|Server -> client)\b.{10,}/, `${name} has no doc comment`);
    }
  });

  test('every message that a client sends has a handler, and nothing else has', async () => {
    const sent = (await messages()).filter(({ comment }) => comment.includes('Client -> server'));
    assert.deepEqual(
      messageHandlers.map(({ method }) => method).sort(),
      sent.map(({ method }) => method).sort(),
    );
  });

  test('requests are requests, notifications are notifications', async () => {
    const byMethod = new Map((await messages()).map(({ method, name }) => [method, name]));
    for (const { kind, method } of messageHandlers) {
      assert.match(byMethod.get(method) ?? '', kind === 'request' ? /Request$/ : /Notification$/);
    }
  });
});
