import assert from 'node:assert/strict';
import { HOSTILE_MARKDOWN } from '../support/oracle/hostile/hostileMarkdown.js';
import { HOSTILE_TIPTAP } from '../support/oracle/hostile/hostileTiptap.js';
import { HostileProcess, MEGABYTES, type HostileQuestion } from '../support/oracle/hostile/HostileProcess.js';

const INPUTS: readonly Omit<HostileQuestion, 'base'>[] = [
  ...[...HOSTILE_MARKDOWN.keys()].map((name) => ({ form: 'markdown' as const, name })),
  ...[...HOSTILE_TIPTAP.keys()].map((name) => ({ form: 'tiptap' as const, name })),
];

/** What once took quadratic time or failed over a base; findHostile.ts tries all of them. */
const OVER_BASE: ReadonlySet<string> = new Set([
  '25 kB of emphasis that may close or open',
  '3,000 definitions and calls',
  '30,000 items',
  '20,000 headings',
  '500,000 lines of a paragraph',
  'hosts without end',
  'hard breaks',
  '1 MB on a line',
  'a long paragraph of another style',
  'a list 90 deep with text behind',
  'prototypes in a carrier',
  'marks that cross',
  'prototypes as types',
  'attributes that are null',
]);

suite('conversion of hostile input', function () {
  this.timeout(120_000);
  const plain = new HostileProcess(MEGABYTES.plain);
  const overBase = new HostileProcess(MEGABYTES.overBase);
  suiteTeardown(() => {
    plain.stop();
    overBase.stop();
  });

  const assertEnds = async (question: HostileQuestion): Promise<void> => {
    const { end, detail, polluted } = await (question.base ? overBase : plain).ask(question);
    assert.notEqual(end, 'failure', detail);
    assert.equal(polluted, false);
  };

  for (const input of INPUTS) {
    const { form, name } = input;
    test(`of ${form} ends: ${name}`, () => assertEnds({ ...input, base: false }));
    if (!OVER_BASE.has(name)) continue;
    test(`of ${form} over a base ends: ${name}`, () => assertEnds({ ...input, base: true }));
  }

  test('over a base is tried with inputs that are there', () => {
    const names = new Set(INPUTS.map(({ name }) => name));
    assert.deepEqual(
      [...OVER_BASE].filter((name) => !names.has(name)),
      [],
    );
  });
});
