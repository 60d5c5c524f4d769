import assert from 'node:assert/strict';
import { HOSTILE_MARKDOWN } from '../support/oracle/hostile/hostileMarkdown.js';
import { HOSTILE_TIPTAP } from '../support/oracle/hostile/hostileTiptap.js';
import { HostileProcess } from '../support/oracle/hostile/HostileProcess.js';

suite('conversion of hostile input', function () {
  this.timeout(60_000);
  const child = new HostileProcess();
  suiteTeardown(() => {
    child.stop();
  });

  for (const [form, inputs] of [
    ['markdown', HOSTILE_MARKDOWN],
    ['tiptap', HOSTILE_TIPTAP],
  ] as const) {
    for (const name of inputs.keys()) {
      test(`of ${form} ends: ${name}`, async () => {
        const { end, detail, polluted } = await child.ask({ form, name });
        assert.notEqual(end, 'failure', detail);
        assert.equal(polluted, false);
      });
    }
  }
});
