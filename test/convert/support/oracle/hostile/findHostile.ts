/**
 * Converts every hostile input, and prints how each ended and how long its longest conversion took (milliseconds of the
 * processor).
 *
 *   node --import tsx test/convert/support/oracle/hostile/findHostile.ts [PART-OF-A-NAME]
 *
 * Ends with 1 when one ended neither in a value nor in an error of ours.
 */
import { HOSTILE_MARKDOWN } from './hostileMarkdown.js';
import { HOSTILE_TIPTAP } from './hostileTiptap.js';
import { HostileProcess, MEGABYTES, type HostileQuestion } from './HostileProcess.js';

const wanted = process.argv[2] ?? '';
const plain = new HostileProcess(MEGABYTES.plain);
const overBase = new HostileProcess(MEGABYTES.overBase);
const inputs = [
  ...[...HOSTILE_MARKDOWN.keys()].map((name) => ({
    form: 'markdown' as const,
    name,
  })),
  ...[...HOSTILE_TIPTAP.keys()].map((name) => ({
    form: 'tiptap' as const,
    name,
  })),
];
const questions = inputs.flatMap((input): readonly HostileQuestion[] => [
  { ...input, base: false },
  { ...input, base: true },
]);
for (const question of questions.filter(({ name }) => name.includes(wanted))) {
  const { end, detail, milliseconds, polluted } = await (question.base ? overBase : plain).ask(question);
  if (end === 'failure' || polluted) process.exitCode = 1;
  process.stdout.write(
    `${end.padEnd(8)}${String(milliseconds).padStart(6)}  ${question.form}${question.base ? ' over a base' : ''}: ${question.name}: ${detail}` +
      `${polluted ? ' (prototype polluted)' : ''}\n`,
  );
}
plain.stop();
overBase.stop();
