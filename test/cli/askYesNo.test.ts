import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { askYesNo } from '../../server/src/cli/askYesNo.js';

suite('askYesNo', () => {
  /** Asks on a terminal of streams, and types `keys`. */
  async function answer(keys: string, signal = new AbortController().signal): Promise<boolean | undefined> {
    const input = new PassThrough();
    const output = new PassThrough({ encoding: 'utf8' });
    const answered = askYesNo('Delete them?', { input, output, isTerminal: true, signal });
    input.write(keys);
    const result = await answered;
    const shown = String(output.read());
    assert.match(shown, /Delete them\? \[y\/N\] /u);
    assert.ok(shown.endsWith('\n'), 'what follows starts a line');
    return result;
  }

  test('only a yes is a yes', async () => {
    for (const keys of ['y\r', 'Yes\r', ' y \r']) assert.equal(await answer(keys), true, keys);
    for (const keys of ['\r', 'n\r', 'yo\r', 'no\r']) assert.equal(await answer(keys), false, keys);
  });

  test('a question that is left by Ctrl-C, by Ctrl-D or by a signal has no answer', async () => {
    assert.equal(await answer('\u0003'), undefined);
    assert.equal(await answer('y\u0003'), undefined);
    assert.equal(await answer('\u0004'), undefined);
    const stop = new AbortController();
    const left = answer('', stop.signal);
    stop.abort();
    assert.equal(await left, undefined);
  });
});
