/**
 * Converts every hostile input, and prints how each ended and how long it took (milliseconds, the process' start aside).
 *
 *   node --import tsx test/convert/support/oracle/hostile/findHostile.ts [PART-OF-A-NAME]
 *
 * Ends with 1 when one ended neither in a value nor in an error of ours.
 */
import { HOSTILE_MARKDOWN, OPEN_HOSTILE_MARKDOWN } from './hostileMarkdown.js';
import { HOSTILE_TIPTAP, OPEN_HOSTILE_TIPTAP } from './hostileTiptap.js';
import { HostileProcess, type HostileQuestion } from './HostileProcess.js';

const wanted = process.argv[2] ?? '';
const child = new HostileProcess();
const questions: readonly HostileQuestion[] = [
  ...[...HOSTILE_MARKDOWN.keys(), ...OPEN_HOSTILE_MARKDOWN.keys()].map((name): HostileQuestion => ({
    form: 'markdown',
    name,
  })),
  ...[...HOSTILE_TIPTAP.keys(), ...OPEN_HOSTILE_TIPTAP.keys()].map((name): HostileQuestion => ({
    form: 'tiptap',
    name,
  })),
];
for (const question of questions.filter(({ name }) => name.includes(wanted))) {
  const { end, detail, milliseconds, polluted } = await child.ask(question);
  if (end === 'failure' || polluted) process.exitCode = 1;
  process.stdout.write(
    `${end.padEnd(8)}${String(milliseconds).padStart(6)}  ${question.form}: ${question.name}: ${detail}` +
      `${polluted ? ' (prototype polluted)' : ''}\n`,
  );
}
child.stop();
